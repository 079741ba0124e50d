package dev.pm2console.rest;

/// The console without a PM2, and without anybody whom another test has made.
public class WithoutPeople extends WithoutPm2 {
}
