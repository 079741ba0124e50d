package dev.pm2console.web;

import jakarta.inject.Singleton;

import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.FileCommand;

/// Looks up what there is to choose from.
@Singleton
class Picks {

    private static final String ROOT = ".";

    private final PageDoor door;

    Picks(PageDoor door) {
        this.door = door;
    }

    /// A directory, or the apps root where that can't be shown: why, is not said.
    PickSheet at(String directory, boolean ecosystem) {
        try {
            return new PickSheet(door.execute(new FileCommand.ListDirectory(directory.isEmpty() ? ROOT : directory)),
                    ecosystem, "");
        } catch (CommandException e) {
            if (e.failure() instanceof Failure.Forbidden || directory.equals(ROOT) || directory.isEmpty()) {
                throw e;
            }
            return new PickSheet(door.execute(new FileCommand.ListDirectory(ROOT)), ecosystem, directory);
        }
    }
}
