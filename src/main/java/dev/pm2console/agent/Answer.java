package dev.pm2console.agent;

import com.fasterxml.jackson.databind.JsonNode;

/// What a tool answers.
///
/// @param structured for programs, as its output schema says
/// @param text       the same in short, for a model
record Answer(JsonNode structured, String text) {
}
