package dev.pm2console.command;

/// What goes on with a command that takes long: whoever asked for it is told how far it is, and may call it off. Is asked and
/// told by several threads.
public interface Course {

    /// Of a command that nobody watches.
    Course UNWATCHED = new Course() {
        @Override
        public void reached(int done, int of, String what) {
            // nobody wants to know
        }

        @Override
        public boolean isCalledOff() {
            return false;
        }
    };

    /// @param of   how many there are in all; 0 where nobody knows
    /// @param what the last of them
    void reached(int done, int of, String what);

    /// Whether nothing more is to be begun. What was begun is finished.
    boolean isCalledOff();
}
