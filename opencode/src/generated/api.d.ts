// Made by `npm run generate` out of docs/openapi.json. Don't edit.
export interface paths {
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose another password
         * @description For the user whose session sends this: a token has no password. The session goes on, the user's others end.
         *
         *     Needs the role `viewer`.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What holds now, what there was, and what became of the messages
         * @description Past alerts and deliveries newest first, those of the last 30 days and at most 10,000.
         *
         *     Needs the role `viewer`.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The channels that rules can tell
         * @description Without their secrets, which nobody is told again: of an address only the host.
         *
         *     Needs the role `viewer`.
         */
        get: operations["listAlertChannels"];
        put?: never;
        /**
         * Add a channel
         * @description There are at most 20. One for mail needs a mail server (`quarkus.mailer.*`).
         *
         *     Needs the role `admin`.
         */
        post: operations["addAlertChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a channel
         * @description Refused while rules tell it. Answers the channel as it was.
         *
         *     Needs the role `admin`.
         */
        delete: operations["removeAlertChannel"];
        options?: never;
        head?: never;
        /**
         * Change a channel
         * @description What is left out stays, but for its kind, which can't be changed. A secret stays only while the host does: with another host it has to be sent again, or an empty text for none.
         *
         *     Needs the role `admin`.
         */
        patch: operations["changeAlertChannel"];
        trace?: never;
    };
    "/api/v1/alerts/channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test to a channel
         * @description Waits for what happens, some 10 seconds at most (mail 20). 10 tests a minute.
         *
         *     Needs the role `admin`.
         */
        post: operations["testAlertChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rules
         * @description Needs the role `viewer`.
         */
        get: operations["listAlertRules"];
        put?: never;
        /**
         * Add a rule
         * @description There are at most 100.
         *
         *     Needs the role `admin`.
         */
        post: operations["addAlertRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a rule
         * @description Its past alerts stay. Answers the rule as it was.
         *
         *     Needs the role `admin`.
         */
        delete: operations["removeAlertRule"];
        options?: never;
        head?: never;
        /**
         * Change a rule
         * @description What is left out stays; a `condition` is changed as a whole. With another condition, or disabled, the rule begins anew, and nobody is told that what held is over.
         *
         *     Needs the role `admin`.
         */
        patch: operations["changeAlertRule"];
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what
         * @description Newest first: every command that changed something, and every one that was refused or failed. `Accept` says in which form: as JSON lines or as CSV (for a file) up to 100,000 entries come, and that many where there is no `limit`.
         *
         *     Needs the role `admin`.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the running list differs from the saved one
         * @description Of environments names only, never values. `details` has the values of options, saved and running.
         *
         *     Needs the role `viewer`.
         */
        get: operations["getDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecosystem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the applications of an ecosystem file
         * @description Every application is checked before the first is touched.
         *
         *     Needs the role `admin`.
         */
        post: operations["startEcosystem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, and why
         * @description Newest first: starts, ends, restarts, crash loops, the daemon coming and going, commands. Works while the daemon is down, and for names of processes that are gone.
         *
         *     Needs the role `viewer`.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What everybody used in the last 15 minutes
         * @description Means only, for small charts in a list.
         *
         *     Needs the role `viewer`.
         */
        get: operations["recentHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End every process and the daemon
         * @description Needs the role `admin`.
         */
        post: operations["killPM2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last lines of every process
         * @description Oldest first. Lines that tell their time are put in its order, others stay behind the line before them.
         *
         *     Needs the role `viewer`.
         */
        get: operations["showLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A line with those around it
         * @description Out of its file, found by its key.
         *
         *     Needs the role `viewer`.
         */
        get: operations["logContext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs/flush": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Empty all log files
         * @description Also the daemon's own. Other than regular files are left alone.
         *
         *     Needs the role `operator`.
         */
        post: operations["flushLogs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs/reload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make PM2 open every log file anew
         * @description After a rotation.
         *
         *     Needs the role `operator`.
         */
        post: operations["reloadLogs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search log files
         * @description Current and rotated files, newest line first: a line of JSON for each match, others for the progress, the last one for the end.
         *
         *     Needs the role `viewer`.
         */
        get: operations["searchLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much room log files take
         * @description Of each process its current files and what they were rotated into, the disk, and the module that rotates. Answers 200 also while the daemon is down, for the list as it was last.
         *
         *     Needs the role `viewer`.
         */
        get: operations["logUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/monitor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What everything uses now
         * @description Each process with all its descendants, and the machine.
         *
         *     Needs the role `viewer`.
         */
        get: operations["monitor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All processes
         * @description Answers from memory: it costs PM2 nothing.
         *
         *     Needs the role `viewer`.
         */
        get: operations["listProcesses"];
        put?: never;
        /**
         * Start a script
         * @description A name in use is refused, never restarted. Brings up PM2's daemon where there is none.
         *
         *     Needs the role `admin`.
         */
        post: operations["startProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One process, or each of its instances
         * @description The detailed view.
         *
         *     Needs the role `viewer`.
         */
        get: operations["showProcessInfo"];
        put?: never;
        post?: never;
        /**
         * Stop, and remove from the list
         * @description Answers the processes as they were last.
         *
         *     Needs the role `admin`.
         */
        delete: operations["deleteProcess"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a custom action of the application
         * @description Waits for the application's reply; `reply` is `null` where none came in time.
         *
         *     Needs the role `operator`.
         */
        post: operations["triggerAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/description": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One process with its configuration and its environment
         * @description The detailed view, with the options under PM2's own names, and the environment with hidden values.
         *
         *     Needs the role `viewer`.
         */
        get: operations["describeProcess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/graceful-reload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same, and let each finish its connections first
         * @description Each old instance is sent the message `shutdown`, and killed if it is still there some seconds later.
         *
         *     Needs the role `operator`.
         */
        post: operations["gracefulReload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What processes used over some time
         * @description Out of what the console has kept: works while the daemon is down, and for names and ids of processes that are gone. At most 64 series, and of each 2,000 points.
         *
         *     Needs the role `viewer`.
         */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last lines of some processes
         * @description The command `showLogs` for those that the path names.
         *
         *     Needs the role `viewer`.
         */
        get: operations["showProcessLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/logs/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the log of a process
         * @description As the application wrote it. Without `from` and `to` the current file, else the lines of that time, out of rotated files too; `combined` puts the lines of both outputs in the order of the times that they tell. A `Range` of one part is answered for one current file that isn't to be gzipped.
         *
         *     Needs the role `viewer`.
         */
        get: operations["downloadLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/logs/flush": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Empty the log files of some processes
         * @description The command `flushLogs` for those that the path names.
         *
         *     Needs the role `operator`.
         */
        post: operations["flushProcessLogs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/reload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace one instance after the other
         * @description Without a gap in cluster mode; in fork mode it is a restart, and `warning` says so.
         *
         *     Needs the role `operator`.
         */
        post: operations["reloadProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the restart counters to 0
         * @description Needs the role `operator`.
         */
        post: operations["resetMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restart, with other environment variables if wanted
         * @description One instance after the other. What is stopped is started.
         *
         *     Needs the role `operator`.
         */
        post: operations["restartProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/scale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add or remove instances of a cluster
         * @description Those that are down are removed first. If there are as many already, nothing happens.
         *
         *     Needs the role `operator`.
         */
        post: operations["scaleProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/signal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a signal
         * @description To each process that runs.
         *
         *     Needs the role `operator`.
         */
        post: operations["sendSignal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start what is stopped or errored
         * @description What runs is left alone.
         *
         *     Needs the role `operator`.
         */
        post: operations["startStopped"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/stdin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a line to the standard input
         * @description In fork mode only: instances of a cluster have none.
         *
         *     Needs the role `operator`.
         */
        post: operations["sendLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes/{nameOrId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop, and keep in the list
         * @description What ignores the request to end is killed after its `kill_timeout`.
         *
         *     Needs the role `operator`.
         */
        post: operations["stopProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resurrect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start what is saved and does not run
         * @description Brings up PM2's daemon where there is none. Answers what was started.
         *
         *     Needs the role `admin`.
         */
        post: operations["resurrectProcesses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save the list, so that it comes back after a reboot
         * @description Writes `dump.pm2`, and keeps what was there as `dump.pm2.bak`.
         *
         *     Needs the role `operator`.
         */
        post: operations["saveProcessList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/startup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Install the boot script, or say how
         * @description Only root may install one. Where the console is not root, nothing is done, and `command` is what to run.
         *
         *     Needs the role `admin`.
         */
        post: operations["startup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/startup/script": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The boot script's text
         * @description Nothing is executed or written.
         *
         *     Needs the role `admin`.
         */
        get: operations["generateStartupScript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The daemon and its totals
         * @description Answers 200 also while the daemon is down, and says so.
         *
         *     Needs the role `viewer`.
         */
        get: operations["getPM2Status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tokens of programs
         * @description Oldest first, without their secrets, which nobody can be told again.
         *
         *     Needs the role `admin`.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make a token
         * @description `token` of the answer is what the program sends. It is told this once.
         *
         *     Needs the role `admin`.
         */
        post: operations["addToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description It is worth nothing from now on; live streams that it opened end within a second. Answers the token as it was.
         *
         *     Needs the role `admin`.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody who may sign in
         * @description By name.
         *
         *     Needs the role `admin`.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Add a user
         * @description Names that differ in upper and lower case only are the same.
         *
         *     Needs the role `admin`.
         */
        post: operations["addUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a user
         * @description Ends the user's sessions. Tokens that the user made stay. Answers the user as it was.
         *
         *     Needs the role `admin`.
         */
        delete: operations["removeUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description What is left out stays. A new password, `disabled` and `signOut` end the user's sessions. The last administrator who can sign in stays one.
         *
         *     Needs the role `admin`.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/v1/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Versions of everything
         * @description Answers 200 also while the daemon is down. `match` is `false` where the daemon and the command differ.
         *
         *     Needs the role `viewer`.
         */
        get: operations["getPM2Version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description On one line */
        AlertName: string;
        /** @description A PM2 id, a name, a namespace or `all`, with `id:`, `name:` or `namespace:` before it if that has to be said */
        Target: string;
        /**
         * @description Which line is meant: its time in milliseconds since 1970 (0 where it has none), `o` or `e` for the output, the id of its process, and FNV-1a (32 bit) of its text in UTF-8
         * @example 1764201600000-o-3-811c9dc5
         */
        LineKey: string;
        /** @description Letters, digits, `_`, `.`, `@`, `-`, at most 64; begins with a letter, a digit or `_` */
        AccountName: string;
        /**
         * Format: password
         * @description At least 12 characters and at most 72 bytes of UTF-8, and not easy to guess
         */
        Password: string;
        /**
         * @description `viewer` sees everything but secrets; `operator` also runs what is there; `admin` also decides what runs and who comes in
         * @enum {string}
         */
        Role: "viewer" | "operator" | "admin";
        /**
         * @description `done`; `refused`: the caller may not do that; `failed`: it was not carried out; `unknown`: it may have been
         * @enum {string}
         */
        Outcome: "done" | "refused" | "failed" | "unknown";
        /**
         * @description PM2's word for a process's state
         * @enum {string}
         */
        Status: "online" | "stopping" | "stopped" | "launching" | "errored" | "waiting restart" | "one-launch-status";
        /**
         * @description A system, by its init system: `ubuntu`, `centos`, `redhat`, `systemd` have systemd; `amazon` systemv; `gentoo`
         *     openrc; `darwin` launchd; `freebsd` rcd
         * @enum {string}
         */
        Platform: "ubuntu" | "centos" | "redhat" | "systemd" | "amazon" | "gentoo" | "darwin" | "freebsd";
        /** @description A user of the operating system */
        SystemUser: string;
        /** @description Any JSON value */
        Json: unknown;
        /** @description A number, or `max` for one for each processor */
        Instances: number | "max";
        /**
         * @description Environment variables: at most 32 KiB each and 128 KiB together, no NUL. Numbers and truth values become text.
         *     Refused are names that PM2's own record of a process has (`name`, `status`, `pm_id` …), and those that can load
         *     foreign code (`LD_*`, `DYLD_*`, `PM2_*`, `NODE_OPTIONS`, `BASH_ENV`, `ENV`, `PYTHONPATH`, `PYTHONSTARTUP`,
         *     `PATH`) unless `console.apps.env-allowed` names them.
         */
        Environment: {
            [key: string]: string | number | boolean;
        };
        /** @description Ends in `.log`, inside the apps root or the log directory of the PM2 home; or `/dev/null` */
        LogFile: string;
        /** @description Arguments for an interpreter */
        InterpreterArgs: string[];
        /**
         * @description An application to start, under the names that its options have in PM2's ecosystem files. Unknown options are
         *     refused; all that is wrong is told at once.
         */
        AppOptions: {
            /** @description A file inside the apps root, relative to `cwd`. No white space, no `..` segment; begins neither with `/` nor with `-` or `~` */
            script: string;
            /** @description Its name, which no other process has, and which is no variable of its own nor a name that PM2 needs itself (`status`, `PATH` …). By default the script's file name without its ending */
            name?: string;
            /** @description Its arguments, at most 8 KiB together; one text is split as a shell splits words, without any expansion */
            args?: string[] | string;
            /** @description Its working directory, inside the apps root; absolute, or relative to that, which is the default */
            cwd?: string;
            /** @description How many; more than 1 needs (and implies) `exec_mode` `cluster`, which only `node` and `bun` can run */
            instances?: components["schemas"]["Instances"];
            /** @description How to run it; `fork` where there is one instance, unless said otherwise */
            exec_mode?: components["schemas"]["ExecMode"];
            /** @description Start it again when it ends by itself; PM2's default is `true` */
            autorestart?: boolean;
            /** @description Let the instances share their log files */
            merge_logs?: boolean;
            /** @description A new instance counts as ready when it says so (`process.send('ready')`) */
            wait_ready?: boolean;
            /** @description Put the time before each line of its logs */
            time?: boolean;
            /** @description Restart it when files change, all of `cwd` or those under these paths inside the apps root */
            watch?: boolean | string[];
            /** @description What a watcher passes over, as paths or patterns */
            ignore_watch?: string[];
            /** @description Restart it when it uses more; bytes, or a number with `K`, `M` or `G` */
            max_memory_restart?: string | number;
            /** @description Its environment variables */
            env?: components["schemas"]["Environment"];
            /** @description Where both outputs go, together */
            log_file?: components["schemas"]["LogFile"];
            /** @description Where the standard output goes */
            out_file?: components["schemas"]["LogFile"];
            /** @description Where the standard error goes */
            error_file?: components["schemas"]["LogFile"];
            /** @description Arguments for the interpreter, of those that `console.apps.node-args` allows; `--require` and `--import` of a file inside the apps root */
            node_args?: components["schemas"]["InterpreterArgs"];
            /** @description Another name for `node_args`; not both */
            interpreter_args?: components["schemas"]["InterpreterArgs"];
            /** @description A group of applications */
            namespace?: string;
            /**
             * @description One of those that `console.apps.interpreters` names (by default `node`, `bun`, `python3`, `bash`, `none`). By
             *     default the one for the script's ending; without an ending `none` where the file is executable, else `node`
             */
            interpreter?: string;
            /** @description When to restart it, as a cron expression of 5 fields (6 with seconds) or a nickname, at most 100 characters; `0` for never */
            cron_restart?: string;
            /** @description Milliseconds before it is started again */
            restart_delay?: number;
            /** @description The same, longer after each failure */
            exp_backoff_restart_delay?: number;
            /** @description So many restarts in quick succession, and PM2 gives up */
            max_restarts?: number;
            /** @description What runs shorter than this counts as failed; milliseconds (100 or more), or a number with `h`, `m` or `s` */
            min_uptime?: string | number;
            /** @description Milliseconds from the request to end until it is killed */
            kill_timeout?: number;
            /** @description Milliseconds that a reload waits for a new instance */
            listen_timeout?: number;
            /** @description The time before each line of its logs, such as `YYYY-MM-DD HH:mm:ss Z` */
            log_date_format?: string;
            /** @description Exit codes after which it is not started again */
            stop_exit_codes?: number[] | number;
            /** @description The variable that tells an instance its number */
            instance_var?: string;
            /** @description A variable that is increased by one for each instance */
            increment_var?: string;
        };
        /** @description The applications of an ecosystem file, and what to do with those that PM2 has already */
        Ecosystem: {
            /** @description The applications, as in `apps` of an ecosystem file */
            apps: components["schemas"]["AppOptions"][];
            /** @description The names of those that are meant; all where it is missing */
            only?: string[];
            /**
             * @description Only say what would be done
             * @default false
             */
            preview: boolean;
            /**
             * @description What to do with an application that PM2 has already and whose options are other ones; one whose options are the same is left alone
             * @default restart
             * @enum {string}
             */
            onExisting: "restart" | "reload" | "refuse";
        };
        /**
         * @description `cluster`: instances share their ports, and can be scaled and reloaded without a gap; `fork`: one process by itself
         * @enum {string}
         */
        ExecMode: "fork" | "cluster";
        /**
         * @description `online`; `down`: there is none; `unreachable`: it is there, but doesn't answer or may not be talked to
         * @enum {string}
         */
        DaemonState: "online" | "down" | "unreachable";
        /**
         * @description The standard output, or the standard error
         * @enum {string}
         */
        LogStream: "out" | "error";
        /**
         * @description How severe a line says it is
         * @enum {string}
         */
        Level: "trace" | "debug" | "info" | "warn" | "error" | "fatal";
        /**
         * @description What starts services when the machine starts
         * @enum {string}
         */
        InitSystem: "systemd" | "systemv" | "openrc" | "launchd" | "rcd";
        /**
         * @description What happened. `restart overlimit`: PM2 gave up restarting; `crash-loop`: many restarts in quick succession; `command`: somebody asked for something else
         * @enum {string}
         */
        EventKind: "start" | "online" | "exit" | "restart" | "crash-loop" | "restart overlimit" | "stop" | "reload" | "scale" | "delete" | "daemon-down" | "daemon-up" | "command";
        /**
         * @description Why: it ended by itself, was sent a signal, somebody asked for it, it went over `max_memory_restart`, a watched file changed, `cron_restart` was due, PM2 gave up, or nobody knows
         * @enum {string}
         */
        Cause: "self" | "signal" | "person" | "memory-limit" | "watch" | "cron" | "gave-up" | "unknown";
        /**
         * @description What a rule is about
         * @enum {string}
         */
        ConditionType: "status" | "crash-loop" | "memory" | "cpu" | "restarts" | "silence" | "daemon-down";
        /**
         * @description How a channel tells
         * @enum {string}
         */
        ChannelKind: "webhook" | "ntfy" | "email";
        /**
         * @description What a webhook understands
         * @enum {string}
         */
        Shape: "json" | "slack" | "discord";
        /** @description A process, as the list shows it */
        Summary: {
            /**
             * Format: int32
             * @description PM2's number of it (`pm_id`). Ids of deleted processes are not given again while the daemon lives and has any
             */
            id: number;
            /** @description Its name; the instances of a cluster share one */
            name: string;
            /** @description The group that it belongs to; `default` where nobody chose one */
            namespace: string;
            /** @description PM2's word for its state */
            status: components["schemas"]["Status"];
            /**
             * Format: int64
             * @description The system's number of the process; `null` while it doesn't run
             */
            pid: number | null;
            /** @description How PM2 runs it */
            mode: components["schemas"]["ExecMode"];
            /**
             * Format: double
             * @description Percent of one core that it and all its descendants use; `null` where it was not measured yet
             */
            cpu: number | null;
            /**
             * Format: int64
             * @description Bytes of memory that it and all its descendants use; `null` where it was not measured yet
             */
            memory: number | null;
            /**
             * Format: int32
             * @description How often it was restarted since it was started or its counters were reset
             */
            restarts: number;
            /**
             * Format: int64
             * @description Milliseconds since it was started last; `null` when it is not online
             */
            uptimeMs: number | null;
            /** @description When it was started last; `null` when it is not online */
            startedAt: components["schemas"]["Instant"] | null;
            /** @description The system user that it belongs to */
            user: string | null;
            /** @description Whether PM2 restarts it when its files change */
            watching: boolean;
            /** @description The version in the application's `package.json` */
            version: string | null;
        };
        /** @description A process with everything but its configuration */
        Detail: {
            /**
             * Format: int32
             * @description PM2's number of it (`pm_id`). Ids of deleted processes are not given again while the daemon lives and has any
             */
            id: number;
            /** @description Its name; the instances of a cluster share one */
            name: string;
            /** @description The group that it belongs to; `default` where nobody chose one */
            namespace: string;
            /** @description PM2's word for its state */
            status: components["schemas"]["Status"];
            /**
             * Format: int64
             * @description The system's number of the process; `null` while it doesn't run
             */
            pid: number | null;
            /** @description How PM2 runs it */
            mode: components["schemas"]["ExecMode"];
            /**
             * Format: double
             * @description Percent of one core that it and all its descendants use; `null` where it was not measured yet
             */
            cpu: number | null;
            /**
             * Format: int64
             * @description Bytes of memory that it and all its descendants use; `null` where it was not measured yet
             */
            memory: number | null;
            /**
             * Format: int32
             * @description How often it was restarted since it was started or its counters were reset
             */
            restarts: number;
            /**
             * Format: int64
             * @description Milliseconds since it was started last; `null` when it is not online
             */
            uptimeMs: number | null;
            /** @description When it was started last; `null` when it is not online */
            startedAt: components["schemas"]["Instant"] | null;
            /** @description The system user that it belongs to */
            user: string | null;
            /** @description Whether PM2 restarts it when its files change */
            watching: boolean;
            /** @description The version in the application's `package.json` */
            version: string | null;
            /** @description The script that runs, an absolute path */
            script: string | null;
            /** @description The script's arguments */
            args: string[];
            /** @description The working directory */
            cwd: string | null;
            /** @description What runs the script; `none` where it runs itself */
            interpreter: string | null;
            /** @description The interpreter's arguments */
            interpreterArgs: string[];
            /** @description The version of Node that runs it, where one does */
            nodeVersion: string | null;
            /** @description Where its output goes */
            logs: components["schemas"]["LogPaths"];
            /** @description Whether PM2 starts it again when it ends by itself */
            autorestart: boolean;
            /**
             * Format: int64
             * @description Bytes of memory over which PM2 restarts it
             */
            maxMemoryRestart: number | null;
            /** @description The cron expression at which PM2 restarts it */
            cronRestart: string | null;
            /**
             * Format: int32
             * @description How often it ended soon after it was started, in a row
             */
            unstableRestarts: number;
            /**
             * Format: int32
             * @description With what it ended last
             */
            exitCode: number | null;
            /** @description When it came into PM2's list */
            createdAt: components["schemas"]["Instant"] | null;
            /** @description Figures that the application publishes of itself */
            metrics: components["schemas"]["Metric"][];
            /** @description Names of the custom actions that `triggerAction` can run */
            actions: string[];
            /**
             * Format: int32
             * @description How many threads it and its descendants have
             */
            threads: number | null;
            /**
             * Format: int32
             * @description How many files and sockets they have open
             */
            openFiles: number | null;
            /**
             * Format: int64
             * @description How many each of them may have open
             */
            openFilesLimit: number | null;
            /**
             * Format: double
             * @description Bytes per second that they read from disks
             */
            diskRead: number | null;
            /**
             * Format: double
             * @description Bytes per second that they write to disks
             */
            diskWrite: number | null;
            /**
             * Format: int64
             * @description Bytes of memory, where those that several processes share are divided among them
             */
            pss: number | null;
            /**
             * @description Who told the figures: `kernel`; or `daemon`, PM2 itself and of the process alone; `null` where nobody did yet
             * @enum {string|null}
             */
            measured: "kernel" | "daemon" | null;
        };
        /** @description A process with its configuration and its environment */
        Description: {
            /**
             * Format: int32
             * @description PM2's number of it (`pm_id`). Ids of deleted processes are not given again while the daemon lives and has any
             */
            id: number;
            /** @description Its name; the instances of a cluster share one */
            name: string;
            /** @description The group that it belongs to; `default` where nobody chose one */
            namespace: string;
            /** @description PM2's word for its state */
            status: components["schemas"]["Status"];
            /**
             * Format: int64
             * @description The system's number of the process; `null` while it doesn't run
             */
            pid: number | null;
            /** @description How PM2 runs it */
            mode: components["schemas"]["ExecMode"];
            /**
             * Format: double
             * @description Percent of one core that it and all its descendants use; `null` where it was not measured yet
             */
            cpu: number | null;
            /**
             * Format: int64
             * @description Bytes of memory that it and all its descendants use; `null` where it was not measured yet
             */
            memory: number | null;
            /**
             * Format: int32
             * @description How often it was restarted since it was started or its counters were reset
             */
            restarts: number;
            /**
             * Format: int64
             * @description Milliseconds since it was started last; `null` when it is not online
             */
            uptimeMs: number | null;
            /** @description When it was started last; `null` when it is not online */
            startedAt: components["schemas"]["Instant"] | null;
            /** @description The system user that it belongs to */
            user: string | null;
            /** @description Whether PM2 restarts it when its files change */
            watching: boolean;
            /** @description The version in the application's `package.json` */
            version: string | null;
            /** @description The script that runs, an absolute path */
            script: string | null;
            /** @description The script's arguments */
            args: string[];
            /** @description The working directory */
            cwd: string | null;
            /** @description What runs the script; `none` where it runs itself */
            interpreter: string | null;
            /** @description The interpreter's arguments */
            interpreterArgs: string[];
            /** @description The version of Node that runs it, where one does */
            nodeVersion: string | null;
            /** @description Where its output goes */
            logs: components["schemas"]["LogPaths"];
            /** @description Whether PM2 starts it again when it ends by itself */
            autorestart: boolean;
            /**
             * Format: int64
             * @description Bytes of memory over which PM2 restarts it
             */
            maxMemoryRestart: number | null;
            /** @description The cron expression at which PM2 restarts it */
            cronRestart: string | null;
            /**
             * Format: int32
             * @description How often it ended soon after it was started, in a row
             */
            unstableRestarts: number;
            /**
             * Format: int32
             * @description With what it ended last
             */
            exitCode: number | null;
            /** @description When it came into PM2's list */
            createdAt: components["schemas"]["Instant"] | null;
            /** @description Figures that the application publishes of itself */
            metrics: components["schemas"]["Metric"][];
            /** @description Names of the custom actions that `triggerAction` can run */
            actions: string[];
            /**
             * Format: int32
             * @description How many threads it and its descendants have
             */
            threads: number | null;
            /**
             * Format: int32
             * @description How many files and sockets they have open
             */
            openFiles: number | null;
            /**
             * Format: int64
             * @description How many each of them may have open
             */
            openFilesLimit: number | null;
            /**
             * Format: double
             * @description Bytes per second that they read from disks
             */
            diskRead: number | null;
            /**
             * Format: double
             * @description Bytes per second that they write to disks
             */
            diskWrite: number | null;
            /**
             * Format: int64
             * @description Bytes of memory, where those that several processes share are divided among them
             */
            pss: number | null;
            /**
             * @description Who told the figures: `kernel`; or `daemon`, PM2 itself and of the process alone; `null` where nobody did yet
             * @enum {string|null}
             */
            measured: "kernel" | "daemon" | null;
            /** @description Its options under PM2's own names */
            config: {
                [key: string]: unknown;
            };
            /** @description Its environment variables; each value is `••••`, but for the one that `reveal` asked for */
            env: {
                [key: string]: string;
            };
        };
        /** @description What a process uses now */
        Usage: {
            /**
             * Format: int32
             * @description PM2's number of it (`pm_id`). Ids of deleted processes are not given again while the daemon lives and has any
             */
            id: number;
            /** @description Its name; the instances of a cluster share one */
            name: string;
            /** @description PM2's word for its state */
            status: components["schemas"]["Status"];
            /**
             * Format: int64
             * @description The system's number of the process; `null` while it doesn't run
             */
            pid: number | null;
            /**
             * Format: double
             * @description Percent of one core that it and all its descendants use; `null` where it was not measured yet
             */
            cpu: number | null;
            /**
             * Format: int64
             * @description Bytes of memory that it and all its descendants use; `null` where it was not measured yet
             */
            memory: number | null;
            /**
             * Format: int32
             * @description How often it was restarted since it was started or its counters were reset
             */
            restarts: number;
            /**
             * Format: int64
             * @description Milliseconds since it was started last; `null` when it is not online
             */
            uptimeMs: number | null;
            /**
             * Format: int32
             * @description How many threads it and its descendants have
             */
            threads: number | null;
            /**
             * Format: int32
             * @description How many files and sockets they have open
             */
            openFiles: number | null;
            /**
             * Format: int64
             * @description How many each of them may have open
             */
            openFilesLimit: number | null;
            /**
             * Format: double
             * @description Bytes per second that they read from disks
             */
            diskRead: number | null;
            /**
             * Format: double
             * @description Bytes per second that they write to disks
             */
            diskWrite: number | null;
            /**
             * Format: int64
             * @description Bytes of memory, where those that several processes share are divided among them
             */
            pss: number | null;
            /**
             * @description Who told the figures: `kernel`; or `daemon`, PM2 itself and of the process alone; `null` where nobody did yet
             * @enum {string|null}
             */
            measured: "kernel" | "daemon" | null;
        };
        /** @description Log files, absolute paths */
        LogPaths: {
            /** @description Of the standard output */
            out: string | null;
            /** @description Of the standard error */
            error: string | null;
            /** @description Of both together, where there is such a file */
            combined: string | null;
        };
        /** @description A figure that an application publishes of itself */
        Metric: {
            /** @description Its name, as the application gave it */
            name: string;
            /** @description Its value, as text */
            value: string;
            /** @description Its unit; empty where it has none */
            unit: string;
        };
        /** @description A list of processes */
        Processes: {
            /** @description The processes */
            processes: components["schemas"]["Summary"][];
        };
        /** @description Processes in the detailed view */
        Details: {
            /** @description The processes; one for each instance */
            processes: components["schemas"]["Detail"][];
        };
        /** @description Processes with configuration and environment */
        Descriptions: {
            /** @description The processes; one for each instance */
            processes: components["schemas"]["Description"][];
        };
        /** @description What a command did */
        Affected: {
            /** @description The processes that it was for, as they are afterwards */
            processes: components["schemas"]["Summary"][];
            /**
             * Format: int64
             * @description Milliseconds that it took
             */
            tookMs: number;
        };
        /** @description What a reload did */
        Reloaded: {
            /** @description The processes that it was for, as they are afterwards */
            processes: components["schemas"]["Summary"][];
            /**
             * Format: int64
             * @description Milliseconds that it took
             */
            tookMs: number;
            /** @description Whether there was an instance to answer at any time; never so in fork mode */
            zeroDowntime: boolean;
            /** @description Why there was not */
            warning: string | null;
        };
        /** @description What an application answered to a custom action */
        ActionReply: {
            /** @description One for each process that was asked */
            replies: components["schemas"]["Reply"][];
            /**
             * Format: int64
             * @description Milliseconds that it took
             */
            tookMs: number;
        };
        /** @description One process's answer */
        Reply: {
            /**
             * Format: int32
             * @description The process's id
             */
            id: number;
            /** @description The process's name */
            name: string;
            /** @description What it answered; `null` if nothing came in time */
            reply: components["schemas"]["Json"];
        };
        /** @description The machine; within a container with limits, these */
        Host: {
            /**
             * Format: double
             * @description Percent of all its cores together that are used
             */
            cpu: number | null;
            /**
             * Format: int64
             * @description Bytes
             */
            memoryUsed: number | null;
            /**
             * Format: int64
             * @description Bytes
             */
            memoryTotal: number | null;
            /**
             * Format: double
             * @description The load average of the last minute
             */
            load1: number | null;
            /**
             * Format: double
             * @description How many cores there are to use
             */
            cores: number | null;
            /**
             * Format: int64
             * @description Bytes of the disk with PM2's home
             */
            diskTotal: number | null;
            /**
             * Format: int64
             * @description Bytes that are free on it
             */
            diskFree: number | null;
            /** @description Whether cores, cpu or memory are those that the console's container is limited to */
            limited: boolean;
        };
        /** @description The saved list (`dump.pm2`) */
        Saved: {
            /** @description When it was saved; `null` if never */
            at: components["schemas"]["Instant"] | null;
            /** @description Whether the running list is another one; `null` while the daemon is down. `getDrift` tells how */
            drift: boolean | null;
        };
        /** @description The daemon and its totals */
        Pm2Status: {
            /** @description Whether PM2 is there */
            daemon: components["schemas"]["DaemonState"];
            /** @description Why it is not online */
            reason: string | null;
            /**
             * Format: int64
             * @description The daemon's process id
             */
            pid: number | null;
            /** @description The daemon's version */
            version: string | null;
            /**
             * Format: int64
             * @description Milliseconds since the daemon was started
             */
            uptimeMs: number | null;
            /** @description The PM2 home, an absolute path */
            home: string;
            /** @description How many processes are in each state */
            totals: {
                [key: string]: number;
            };
            /**
             * Format: double
             * @description Percent of one core that all processes use together; `null` while the daemon is not online
             */
            cpu: number | null;
            /**
             * Format: int64
             * @description Bytes that all processes use together; `null` while the daemon is not online
             */
            memory: number | null;
            /** @description The machine */
            host: components["schemas"]["Host"];
            /** @description The saved list */
            saved: components["schemas"]["Saved"];
        };
        /** @description Versions, and what they run on */
        Pm2Version: {
            /** @description The version of the running daemon; `null` while there is none */
            daemon: string | null;
            /** @description The version of the `pm2` command that the console uses; `null` where there is none */
            cli: string | null;
            /** @description `false` where these two differ: then `pm2 update` is due; `null` where one is missing */
            match: boolean | null;
            /** @description The version of Node that runs the daemon */
            node: string | null;
            /** @description The version of this console */
            console: string;
            /** @description The operating system and its version */
            os: string;
            /** @description The architecture of the processor */
            arch: string;
            /**
             * Format: int32
             * @description How many processors the console sees
             */
            cpus: number;
            /**
             * Format: int64
             * @description Bytes of memory of the machine
             */
            memory: number | null;
            /** @description The PM2 home, an absolute path */
            home: string;
        };
        /** @description What everything uses now */
        MonitorSample: {
            /** @description When this was */
            at: components["schemas"]["Instant"];
            /** @description The machine */
            host: components["schemas"]["Host"];
            /** @description The processes */
            processes: components["schemas"]["Usage"][];
        };
        /** @description Lines of logs, oldest first. Their text is what applications wrote, and nothing to be trusted */
        Logs: {
            /** @description The lines, oldest first */
            lines: components["schemas"]["Line"][];
            /** @description Whether there are older ones */
            truncated: boolean;
            /** @description What to send as `before` to get those; `null` where that can't be */
            before: string | null;
        };
        /** @description A line with those around it */
        LogContext: {
            /** @description The lines, oldest first */
            lines: components["schemas"]["Line"][];
            /**
             * Format: int32
             * @description Which of `lines` was asked for, from 0
             */
            index: number;
            /** @description What to send to `showLogs` as `before` to get older lines; `null` where that can't be */
            before: string | null;
        };
        /** @description One line of output */
        Line: {
            /**
             * Format: int64
             * @description Its number in the live stream; `null` for a line out of a file
             */
            seq: number | null;
            /**
             * Format: int32
             * @description The id of the process that wrote it
             */
            id: number;
            /** @description The name of the process that wrote it */
            process: string;
            /** @description To which output */
            stream: components["schemas"]["LogStream"];
            /** @description When it was written, where the line itself says so */
            at: components["schemas"]["Instant"] | null;
            /** @description How severe the line says it is; `null` where it doesn't */
            level: components["schemas"]["Level"] | null;
            /** @description Whether it belongs to the line before it, as in a stack trace */
            follows: boolean;
            /** @description What the application wrote, at most 64 KiB */
            text: string;
        };
        /** @description How much room log files take; sizes are in bytes */
        LogUsage: {
            /** @description Of each process, the largest first */
            processes: components["schemas"]["LogSize"][];
            /**
             * Format: int64
             * @description Bytes of all files; one that several processes write into counts once
             */
            total: number;
            /** @description The disk that they are on; `null` where that can't be told */
            disk: components["schemas"]["LogDisk"] | null;
            /**
             * Format: int64
             * @description Bytes; a process with more is warned about
             */
            warnSize: number;
            /** @description PM2's module that rotates logs */
            rotation: components["schemas"]["LogRotation"];
        };
        /** @description How much room the logs of a process take */
        LogSize: {
            /**
             * Format: int32
             * @description The process's id
             */
            id: number;
            /** @description The process's name */
            process: string;
            /**
             * Format: int64
             * @description Bytes of the current file of the standard output
             */
            out: number;
            /**
             * Format: int64
             * @description Bytes of that of the standard error; 0 where it is the same one
             */
            error: number;
            /**
             * Format: int64
             * @description Bytes of what the two were rotated into
             */
            rotated: number;
            /**
             * Format: int32
             * @description How many files these are
             */
            rotatedFiles: number;
            /**
             * Format: int64
             * @description Bytes of all of them
             */
            total: number;
            /** @description Whether that is more than `warnSize` */
            warning: boolean;
        };
        /** @description A disk */
        LogDisk: {
            /**
             * Format: int64
             * @description Bytes that it has
             */
            total: number;
            /**
             * Format: int64
             * @description Bytes that are free
             */
            free: number;
            /** @description Whether that is too little */
            warning: boolean;
        };
        /** @description The PM2 module that rotates logs */
        LogRotation: {
            /** @description Its name */
            module: string;
            /** @description Whether PM2 has it */
            installed: boolean;
            /** @description Whether it is online */
            running: boolean;
            /** @description Some of its settings, as PM2 keeps them */
            settings: {
                [key: string]: string;
            };
        };
        /** @description How the running list differs from the saved one */
        Drift: {
            /** @description When the list was saved; `null` if never */
            savedAt: components["schemas"]["Instant"] | null;
            /** @description Whether they differ */
            drift: boolean;
            /** @description Names of applications that run and are not saved */
            added: string[];
            /** @description Names of applications that are saved and not in the list */
            removed: string[];
            /** @description Applications that are in both, but differ */
            changed: components["schemas"]["Changed"][];
            /** @description The same in more detail, one for each application that differs */
            details: components["schemas"]["DriftDetail"][];
        };
        /** @description An application that differs from what was saved */
        Changed: {
            /** @description Its name */
            name: string;
            /** @description Names of the options that differ */
            options: string[];
            /** @description Names of the environment variables that differ */
            env: string[];
        };
        /** @description How one application differs */
        DriftDetail: {
            /** @description Its name */
            name: string;
            /**
             * @description Whether it is missing in the saved list, missing in the running one, or in both
             * @enum {string}
             */
            change: "added" | "removed" | "changed";
            /** @description The options that differ; of an application that was added or removed those that say what it is */
            options: components["schemas"]["DriftOption"][];
            /** @description Which environment variables differ, without their values */
            env: components["schemas"]["DriftVariables"];
        };
        /** @description An option that differs */
        DriftOption: {
            /** @description Its name */
            option: string;
            /** @description Its value in the saved list; `null` where it has none */
            saved: string | null;
            /** @description Its value now; `null` where it has none */
            running: string | null;
        };
        /** @description Names of environment variables that differ */
        DriftVariables: {
            /** @description That are set now, and not saved */
            added: string[];
            /** @description That are saved, and not set now */
            removed: string[];
            /** @description That have another value now */
            changed: string[];
        };
        /** @description What was done with each application, or would be */
        EcosystemPlan: {
            /** @description The applications, in the order in which they were given */
            apps: components["schemas"]["Planned"][];
            /** @description Whether nothing was done */
            preview: boolean;
            /**
             * Format: int64
             * @description Milliseconds that it took
             */
            tookMs: number;
        };
        /** @description What was done with an application, or would be */
        Planned: {
            /** @description Its name */
            name: string;
            /**
             * @description `started`; `changed`: restarted or reloaded with its new options; `left` as it is; `refused`, for which `reason` tells why
             * @enum {string}
             */
            outcome: "started" | "changed" | "left" | "refused";
            /** @description Names of the options and variables that are other than before */
            changes: string[];
            /** @description Why it was refused */
            reason: string | null;
            /** @description Its processes as they are afterwards; none in a preview */
            processes: components["schemas"]["Summary"][];
        };
        /** @description Whether the boot script was installed, and how that is done */
        StartupResult: {
            /** @description `false` where the console is not root: then nothing was done, and `command` is what to run */
            executed: boolean;
            /** @description The system that it is for */
            platform: components["schemas"]["Platform"];
            /** @description What starts it */
            initSystem: components["schemas"]["InitSystem"];
            /** @description The system user whose PM2 is started */
            user: string;
            /** @description The line that installs it, to be run in a shell */
            command: string;
        };
        /** @description A boot script */
        StartupScript: {
            /** @description The system that it is for */
            platform: components["schemas"]["Platform"];
            /** @description What starts it */
            initSystem: components["schemas"]["InitSystem"];
            /** @description The system user whose PM2 is started */
            user: string;
            /** @description Where it belongs */
            path: string;
            /** @description Its text */
            script: string;
        };
        /** @description What processes used over some time */
        History: {
            /** @description One for each process and metric */
            series: components["schemas"]["Series"][];
        };
        /** @description One metric of one process over time */
        Series: {
            /**
             * Format: int32
             * @description The process's id
             */
            id: number;
            /** @description The process's name */
            process: string;
            /** @description What was measured */
            metric: string;
            /** @description Its unit; empty where it has none or nobody knows it any more */
            unit: string;
            /**
             * Format: int64
             * @description Milliseconds that a point stands for
             */
            step: number;
            /** @description Each is `[milliseconds since 1970, least, mean, greatest]`, oldest first; where nothing was measured there is none */
            points: number[][];
        };
        /** @description The last quarter of an hour */
        Recent: {
            /**
             * Format: int64
             * @description Milliseconds that each figure stands for
             */
            step: number;
            /** @description When the first one begins */
            from: components["schemas"]["Instant"];
            /** @description One for each process */
            processes: components["schemas"]["Use"][];
        };
        /** @description What a process used, oldest first; `null` where nothing was measured */
        Use: {
            /**
             * Format: int32
             * @description The process's id
             */
            id: number;
            /** @description Means in percent of one core; `null` where they were not asked for */
            cpu: (null | number)[] | null;
            /** @description Means in bytes; `null` where they were not asked for */
            memory: (null | number)[] | null;
        };
        /** @description What happened, newest first */
        Events: {
            /** @description The events */
            events: components["schemas"]["Event"][];
            /** @description What to send as `before` to get older ones; `null` where there are none */
            before: string | null;
        };
        /** @description Something that happened */
        Event: {
            /**
             * Format: int64
             * @description From 1 on, in the order in which events were told
             */
            number: number;
            /** @description When */
            at: components["schemas"]["Instant"];
            /** @description What */
            event: components["schemas"]["EventKind"];
            /**
             * Format: int32
             * @description The process's id; `null` where it is about an application or the daemon
             */
            id: number | null;
            /** @description The process's name; `null` where it is about the daemon */
            process: string | null;
            /** @description What made it end or restart; `null` where the event is another one */
            cause: components["schemas"]["Cause"] | null;
            /** @description Why, in plain words */
            reason: string | null;
            /** @description Who asked for it through this console */
            actor: string | null;
            /**
             * Format: int32
             * @description With what the process ended
             */
            exitCode: number | null;
            /** @description The signal that ended the process */
            signal: string | null;
            /**
             * Format: int64
             * @description Milliseconds that it had run
             */
            uptimeMs: number | null;
            /**
             * Format: int64
             * @description Bytes of memory that it used shortly before the end
             */
            memory: number | null;
            /** @description The last errors that it wrote before the end; what an application wrote is nothing to be trusted */
            lines: string[];
            /** @description The key of the last of these lines, which `logContext` takes */
            line: string | null;
            /**
             * Format: int32
             * @description How often it was restarted by then
             */
            restarts: number | null;
            /**
             * Format: int32
             * @description How many such events this one stands for
             */
            count: number;
            /** @description Whether another event tells the same more fully */
            aside: boolean;
            /** @description Whether somebody may have to do something about it */
            problem: boolean;
        };
        /** @description Who did what, newest first */
        AuditEntries: {
            /** @description The entries */
            entries: components["schemas"]["AuditEntry"][];
        };
        /** @description A command that somebody asked for */
        AuditEntry: {
            /** @description When it came */
            at: components["schemas"]["Instant"];
            /** @description Which command */
            command: string;
            /** @description The way that it came in, such as `rest`, `web` or `mcp` */
            door: string;
            /** @description A user's name; `token:` and a token's; or what else the caller was known as */
            actor: string;
            /** @description The role that the caller had */
            role: string;
            /** @description What came as `X-Agent` */
            agent: string | null;
            /** @description What came as `X-Session-Id` */
            session: string | null;
            /** @description What came as `X-Message-Id` */
            message: string | null;
            /** @description What it was for */
            target: string | null;
            /** @description What came with it; no secrets, and of environments the names only */
            parameters: {
                [key: string]: string;
            };
            /** @description How it ended */
            outcome: components["schemas"]["Outcome"];
            /** @description The `code` of its failure */
            code: string | null;
            /**
             * Format: int64
             * @description Milliseconds that it took
             */
            tookMs: number;
        };
        /** @description Somebody who may sign in */
        User: {
            /** @description The user's name */
            name: string;
            /** @description What the user may do */
            role: components["schemas"]["Role"];
            /** @description Whether the user may not sign in for now */
            disabled: boolean;
            /** @description When the user was added */
            createdAt: components["schemas"]["Instant"];
            /** @description When the password was set last */
            passwordChangedAt: components["schemas"]["Instant"];
            /** @description When the user signed in last; `null` if never */
            signedInAt: components["schemas"]["Instant"] | null;
            /**
             * Format: int32
             * @description In how many browsers the user is signed in
             */
            sessions: number;
        };
        /** @description Everybody who may sign in */
        Users: {
            /** @description The users, by name */
            users: components["schemas"]["User"][];
        };
        /** @description What lets a program in */
        Token: {
            /**
             * Format: int64
             * @description Its number, which is never used again
             */
            id: number;
            /** @description Its name */
            name: string;
            /** @description What it may do */
            role: components["schemas"]["Role"];
            /** @description When it was made */
            createdAt: components["schemas"]["Instant"];
            /** @description By whom */
            createdBy: string;
            /** @description When it ends; `null` for never */
            expiresAt: components["schemas"]["Instant"] | null;
            /** @description When it was used last, to the minute; `null` if never */
            usedAt: components["schemas"]["Instant"] | null;
        };
        /** @description What lets programs in */
        Tokens: {
            /** @description The tokens, oldest first */
            tokens: components["schemas"]["Token"][];
        };
        /** @description A new token */
        IssuedToken: {
            /**
             * Format: int64
             * @description Its number, which is never used again
             */
            id: number;
            /** @description Its name */
            name: string;
            /** @description What it may do */
            role: components["schemas"]["Role"];
            /** @description When it was made */
            createdAt: components["schemas"]["Instant"];
            /** @description When it ends; `null` for never */
            expiresAt: components["schemas"]["Instant"] | null;
            /** @description The secret, to be sent as `Authorization` with `Bearer` before it. It is told this once */
            token: string;
        };
        /** @description What a rule is about. Only what its type has is not `null` */
        RuleCondition: {
            /** @description What is watched */
            type: components["schemas"]["ConditionType"];
            /** @description The state that the process has */
            status: string | null;
            /**
             * Format: int64
             * @description Of memory, more than which it takes
             */
            bytes: number | null;
            /**
             * Format: double
             * @description Of a core, more than which it uses
             */
            percent: number | null;
            /**
             * Format: int32
             * @description Of restarts, more than which there were
             */
            count: number | null;
            /**
             * Format: int64
             * @description Within which they were, or for which no line came
             */
            seconds: number | null;
        };
        /** @description A rule over what processes do */
        Rule: {
            /**
             * Format: int64
             * @description Its number
             */
            id: number;
            /** @description Its name */
            name: string;
            /** @description Whether it is looked at */
            enabled: boolean;
            /** @description All of it in plain words */
            words: string;
            /** @description What it is about */
            condition: components["schemas"]["RuleCondition"];
            /**
             * Format: int64
             * @description Seconds for which it has to hold without a break
             */
            hold: number;
            /**
             * Format: int64
             * @description Seconds after an alert in which there is no other of the same process
             */
            cooldown: number;
            /** @description Names or namespaces; none for all processes */
            targets: string[];
            /** @description The numbers of the channels that are told */
            channels: number[];
            /** @description Whether they are told as well when it is over */
            notifyResolved: boolean;
            /**
             * Format: int32
             * @description For how many processes it holds and was told
             */
            firing: number;
            /**
             * Format: int32
             * @description For how many it holds, but was not told yet
             */
            pending: number;
        };
        /** @description The rules */
        Rules: {
            /** @description The rules */
            rules: components["schemas"]["Rule"][];
        };
        /** @description Whom rules tell */
        Channel: {
            /**
             * Format: int64
             * @description Its number
             */
            id: number;
            /** @description Its name */
            name: string;
            /** @description How it tells */
            kind: components["schemas"]["ChannelKind"];
            /** @description What a webhook understands; `null` for others */
            shape: components["schemas"]["Shape"] | null;
            /** @description Where it leads, as much of it as may be seen */
            to: string;
            /** @description Whether a header or a token is set */
            secret: boolean;
            /** @description Of mail */
            recipients: string[];
            /** @description Names of the rules that tell it */
            rules: string[];
        };
        /** @description Whom rules can tell */
        Channels: {
            /** @description The channels */
            channels: components["schemas"]["Channel"][];
            /** @description Whether the console has a mail server */
            canMail: boolean;
        };
        /** @description What became of a test */
        Tested: {
            /** @description The channel's name */
            channel: string;
            /** @description Whether the message was taken */
            delivered: boolean;
            /** @description What was answered, or why not */
            detail: string;
            /**
             * Format: int64
             * @description Milliseconds that it took
             */
            tookMs: number;
        };
        /** @description The process that an alert is about */
        AlertProcess: {
            /**
             * Format: int32
             * @description Its id
             */
            id: number;
            /** @description Its name */
            name: string;
            /** @description Its namespace */
            namespace: string;
        };
        /** @description A condition that holds now */
        Standing: {
            /**
             * Format: int64
             * @description The rule's number
             */
            rule: number;
            /** @description The rule's name */
            name: string;
            /** @description The rule in plain words */
            words: string;
            /** @description For which process; `null` for the daemon */
            process: components["schemas"]["AlertProcess"] | null;
            /**
             * @description `pending`: not for long enough yet; `firing`: its channels were told
             * @enum {string}
             */
            state: "pending" | "firing";
            /** @description The figure, with its unit */
            value: string | null;
            /** @description Since when */
            since: components["schemas"]["Instant"];
        };
        /** @description Something that was told */
        Alert: {
            /**
             * Format: int64
             * @description Its number
             */
            id: number;
            /** @description The rule's name then */
            rule: string;
            /** @description The rule in plain words then */
            condition: string;
            /** @description For which process; `null` for the daemon */
            process: components["schemas"]["AlertProcess"] | null;
            /** @description What was told */
            message: string;
            /** @description The figure then, with its unit */
            value: string | null;
            /** @description Since when it held */
            since: components["schemas"]["Instant"];
            /** @description When it was told */
            at: components["schemas"]["Instant"];
            /** @description When it was over; `null` while it is not */
            endedAt: components["schemas"]["Instant"] | null;
        };
        /** @description A message to a channel */
        Delivery: {
            /**
             * Format: int64
             * @description Its number
             */
            id: number;
            /**
             * Format: int64
             * @description The alert's number
             */
            alert: number;
            /**
             * @description Whether something holds, or is over
             * @enum {string}
             */
            type: "alert" | "resolved";
            /** @description The rule's name */
            rule: string;
            /** @description The channel's name */
            channel: string;
            /** @description What is told */
            message: string;
            /**
             * @description Whether it is still to be tried, was taken, or was given up
             * @enum {string}
             */
            state: "pending" | "delivered" | "failed";
            /**
             * Format: int32
             * @description How often it was tried
             */
            tries: number;
            /** @description When that was so */
            at: components["schemas"]["Instant"];
            /** @description When it is tried again; `null` for never */
            nextAt: components["schemas"]["Instant"] | null;
            /** @description What was answered, or why not */
            detail: string | null;
        };
        /** @description What holds now, what there was, and what became of the messages */
        Alerts: {
            /** @description What holds now */
            now: components["schemas"]["Standing"][];
            /** @description What was told, newest first */
            recent: components["schemas"]["Alert"][];
            /** @description The messages, newest first */
            deliveries: components["schemas"]["Delivery"][];
            /**
             * Format: int64
             * @description How many messages were not tried, because too many waited
             */
            leftOut: number;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /**
         * @description By which programs tell failures apart
         * @enum {string}
         */
        ErrorCode: "INVALID_ARGUMENT" | "UNAUTHENTICATED" | "FORBIDDEN" | "PROCESS_NOT_FOUND" | "ACTION_NOT_FOUND" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "NOT_ACCEPTABLE" | "NAME_TAKEN" | "NOT_CLUSTER" | "NOT_FORK" | "ALREADY_RUNNING" | "EMPTY_LIST" | "LAST_ADMIN" | "CHANNEL_IN_USE" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "SCRIPT_NOT_FOUND" | "OUTSIDE_APPS_ROOT" | "RATE_LIMITED" | "CANCELLED" | "INTERNAL" | "PM2_FAILED" | "PM2_UNREACHABLE" | "PM2_TIMEOUT";
        /** @description A failure (RFC 9457) */
        Problem: {
            /** @description A URI for the kind of failure */
            type: string;
            /** @description The kind in a few words */
            title: string;
            /** @description The HTTP status */
            status: number;
            /** @description What happened this time */
            detail: string;
            code: components["schemas"]["ErrorCode"];
            /** @description The operation that failed; `null` where the request did not get so far */
            command: string | null;
            /** @description What is wrong with what was sent, all at once; left out where nothing is */
            violations?: {
                /** @description Its name, such as `script` or `apps[0].env.PATH`; empty for the whole body */
                field: string;
                /** @description What is accepted instead */
                message: string;
            }[];
        };
    };
    responses: {
        /** @description `INVALID_ARGUMENT`: Invalid argument */
        INVALID_ARGUMENT: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `UNAUTHENTICATED`: Sign-in needed */
        UNAUTHENTICATED: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `FORBIDDEN`: Not allowed */
        FORBIDDEN: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `NOT_ACCEPTABLE`: Not available in the form asked for */
        NOT_ACCEPTABLE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `PAYLOAD_TOO_LARGE`: The request is too large */
        PAYLOAD_TOO_LARGE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `UNSUPPORTED_MEDIA_TYPE`: Not JSON */
        UNSUPPORTED_MEDIA_TYPE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `RATE_LIMITED`: Too many attempts */
        RATE_LIMITED: {
            headers: {
                /** @description Seconds until the next attempt */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `INTERNAL`: The console failed */
        INTERNAL: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `NAME_TAKEN`: The name is taken */
        NAME_TAKEN: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `NOT_FOUND`: Nothing at this address */
        NOT_FOUND: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `CHANNEL_IN_USE`: The channel is in use */
        CHANNEL_IN_USE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `SCRIPT_NOT_FOUND`: The script does not exist; `OUTSIDE_APPS_ROOT`: Outside the apps root */
        "SCRIPT_NOT_FOUND-OUTSIDE_APPS_ROOT": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `PM2_FAILED`: PM2 failed */
        PM2_FAILED: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `PM2_UNREACHABLE`: PM2 can't be reached */
        PM2_UNREACHABLE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `PM2_TIMEOUT`: PM2 did not answer in time */
        PM2_TIMEOUT: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `PROCESS_NOT_FOUND`: No such process */
        PROCESS_NOT_FOUND: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `PROCESS_NOT_FOUND`: No such process; `ACTION_NOT_FOUND`: No such custom action */
        "PROCESS_NOT_FOUND-ACTION_NOT_FOUND": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `PROCESS_NOT_FOUND`: No such process; `NOT_FOUND`: Nothing at this address */
        "PROCESS_NOT_FOUND-NOT_FOUND": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `NOT_CLUSTER`: Not in cluster mode */
        NOT_CLUSTER: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `ALREADY_RUNNING`: Already running */
        ALREADY_RUNNING: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `NOT_FORK`: Not in fork mode */
        NOT_FORK: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `EMPTY_LIST`: The process list is empty */
        EMPTY_LIST: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `LAST_ADMIN`: The last administrator */
        LAST_ADMIN: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
         *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
         * @example web
         */
        nameOrId: components["schemas"]["Target"];
        /**
         * @description The action's name, as the application gave it; `actions` of the detailed view lists them
         * @example flush cache
         */
        action: string;
        /** @description Answer the detailed view of each process */
        detailed: boolean;
        /** @description Only processes in this state */
        status: components["schemas"]["Status"];
        /** @description Only processes of this namespace */
        namespace: string;
        /** @description Only processes whose name or namespace contains this (upper or lower case), or whose id it is */
        q: string;
        /**
         * @description The one environment variable whose value is wanted as it is. For the role `admin` only; audited
         * @example DATABASE_URL
         */
        reveal: string;
        /** @description How many of the last lines, of all together */
        lines: number;
        /** @description Which output */
        type: "combined" | "out" | "error";
        /** @description Answer plain text, the lines as they were written */
        raw: boolean;
        /** @description The `before` of an earlier answer; the lines before those are answered */
        before: string;
        /** @description The key of a line; the lines before it are answered */
        beforeKey: components["schemas"]["LineKey"];
        /** @description Only these processes, addressed as in a path; at most 64 */
        logProcess: components["schemas"]["Target"][];
        /** @description The key of the line */
        line: components["schemas"]["LineKey"];
        /** @description Lines that say this level or a worse one */
        level: components["schemas"]["Level"];
        /** @description Only these processes, addressed as in a path; all where it is missing */
        only: components["schemas"]["Target"];
        /**
         * @description What is wanted, more than once if need be: `cpu` (percent of one core), `memory` (bytes resident), `pss` (bytes, shared ones
         *     divided), `threads`, `openFiles`, `diskRead` and `diskWrite` (bytes per second), or `probe:` and the name of a figure that
         *     the application publishes of itself. `cpu` and `memory` where it is missing.
         * @example [
         *       "cpu",
         *       "probe:Heap Size"
         *     ]
         */
        metric: string[];
        /** @description What is wanted, more than once if need be; both where it is missing */
        recentMetric: ("cpu" | "memory")[];
        /** @description The system to make it for; by default the one that the console runs on */
        platform: components["schemas"]["Platform"];
        /** @description The system user whose PM2 is to be started; by default the one that the console runs as */
        user: components["schemas"]["SystemUser"];
        /**
         * @description A user's name; upper and lower case are the same
         * @example ada
         */
        name: components["schemas"]["AccountName"];
        /**
         * @description Its number, as the list tells it
         * @example 3
         */
        id: number;
        /**
         * @description Only what this user did, or this token (`token:` and its name)
         * @example token:ci
         */
        actor: string;
        /** @description Only what came with this in `X-Agent` */
        agent: string;
        /** @description Only what came with this in `X-Session-Id` */
        session: string;
        /**
         * @description Only what was for this target, written as it was then; of users and tokens `user:` or `token:` and the name
         * @example web
         */
        process: string;
        /** @description Only what ended like this */
        outcome: components["schemas"]["Outcome"];
        /**
         * @description Not before this time, in ISO 8601 or milliseconds since 1970
         * @example 2026-11-25T00:00:00Z
         */
        from: string;
        /**
         * @description Before this time, likewise
         * @example 2026-11-26T00:00:00Z
         */
        to: string;
        /** @description At most so many, the newest. 10,000 at most, and 100 where it is missing; of JSON lines and CSV 100,000 in both cases */
        limit: number;
    };
    requestBodies: {
        /** @description None, or an empty object */
        Nothing: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        StartProcess: {
            content: {
                "application/json": components["schemas"]["AppOptions"];
            };
        };
        StartEcosystem: {
            content: {
                /**
                 * @example {
                 *       "apps": [
                 *         {
                 *           "name": "worker",
                 *           "script": "worker.js",
                 *           "namespace": "jobs",
                 *           "max_memory_restart": "300M"
                 *         },
                 *         {
                 *           "name": "flaky",
                 *           "script": "flaky.js"
                 *         }
                 *       ],
                 *       "onExisting": "reload",
                 *       "preview": true
                 *     }
                 */
                "application/json": components["schemas"]["Ecosystem"];
            };
        };
        /** @description None restarts it as it is */
        RestartProcess: {
            content: {
                /**
                 * @example {
                 *       "updateEnv": {
                 *         "LOG_LEVEL": "debug"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Variables to merge into its environment, under the same rules as `env` of `startProcess`; the others stay */
                    updateEnv?: components["schemas"]["Environment"];
                };
            };
        };
        ScaleProcess: {
            content: {
                /**
                 * @example {
                 *       "instances": 4
                 *     }
                 */
                "application/json": {
                    /** @description How many there shall be */
                    instances: components["schemas"]["Instances"];
                };
            };
        };
        SendSignal: {
            content: {
                /**
                 * @example {
                 *       "signal": "SIGUSR2"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The signal
                     * @enum {string}
                     */
                    signal: "SIGUSR1" | "SIGUSR2" | "SIGHUP" | "SIGINT" | "SIGTERM" | "SIGKILL";
                };
            };
        };
        SendLine: {
            content: {
                /**
                 * @example {
                 *       "line": "status"
                 *     }
                 */
                "application/json": {
                    /** @description One line, without its end */
                    line: string;
                };
            };
        };
        /** @description None runs the action without a parameter */
        TriggerAction: {
            content: {
                /**
                 * @example {
                 *       "params": "users"
                 *     }
                 */
                "application/json": {
                    /** @description Handed to the action as it is */
                    params?: string;
                };
            };
        };
        SaveProcessList: {
            content: {
                /**
                 * @example {
                 *       "force": false
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Save the list even if it is empty
                     * @default false
                     */
                    force?: boolean;
                };
            };
        };
        KillPm2: {
            content: {
                /**
                 * @example {
                 *       "confirm": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Must be `true`
                     * @constant
                     */
                    confirm: true;
                };
            };
        };
        Startup: {
            content: {
                /**
                 * @example {
                 *       "platform": "ubuntu",
                 *       "user": "deploy"
                 *     }
                 */
                "application/json": {
                    /** @description The system to make it for; by default the one that the console runs on */
                    platform?: components["schemas"]["Platform"];
                    /** @description The system user whose PM2 is to be started; by default the one that the console runs as */
                    user?: components["schemas"]["SystemUser"];
                };
            };
        };
        AddUser: {
            content: {
                /**
                 * @example {
                 *       "name": "ada",
                 *       "password": "password1234",
                 *       "role": "viewer"
                 *     }
                 */
                "application/json": {
                    name: components["schemas"]["AccountName"];
                    password: components["schemas"]["Password"];
                    role: components["schemas"]["Role"];
                };
            };
        };
        ChangeUser: {
            content: {
                "application/json": {
                    role?: components["schemas"]["Role"];
                    password?: components["schemas"]["Password"];
                    /** @description May not sign in for now */
                    disabled?: boolean;
                    /**
                     * @description End the user's sessions
                     * @default false
                     */
                    signOut?: boolean;
                };
            };
        };
        ChangePassword: {
            content: {
                /**
                 * @example {
                 *       "current": "password1234",
                 *       "password": "password12345"
                 *     }
                 */
                "application/json": {
                    /** @description The present one */
                    current: string;
                    password: components["schemas"]["Password"];
                };
            };
        };
        AddToken: {
            content: {
                /**
                 * @example {
                 *       "name": "ci",
                 *       "role": "operator",
                 *       "expiresAt": "2027-12-31T00:00:00Z"
                 *     }
                 */
                "application/json": {
                    name: components["schemas"]["AccountName"];
                    role: components["schemas"]["Role"];
                    /**
                     * Format: date-time
                     * @description From when on it is worth nothing, in the future; never where it is missing
                     */
                    expiresAt?: string;
                };
            };
        };
        AddAlertRule: {
            content: {
                "application/json": {
                    name: components["schemas"]["AlertName"];
                    /** @default true */
                    enabled?: boolean;
                    /**
                     * @description `status` has `status`, `memory` has `bytes`, `cpu` has `percent` (of one core, over some 10 seconds), `restarts` has `count`
                     *     and `seconds` (more than so many within), `silence` has `seconds` (no line for), `crash-loop` and `daemon-down` have nothing
                     */
                    condition: {
                        /** @enum {string} */
                        type: "status" | "crash-loop" | "memory" | "cpu" | "restarts" | "silence" | "daemon-down";
                        /** @enum {string} */
                        status?: "errored" | "stopped" | "waiting restart" | "launching" | "stopping" | "online";
                        /** Format: int64 */
                        bytes?: number;
                        percent?: number;
                        count?: number;
                        seconds?: number;
                    };
                    /**
                     * @description Seconds for which it has to hold without a break
                     * @default 0
                     */
                    hold?: number;
                    /**
                     * @description Seconds after an alert in which there is no other of the same process
                     * @default 900
                     */
                    cooldown?: number;
                    /** @description Names or namespaces, `*` for anything, `name:` or `namespace:` before one to say which; none means all processes but modules */
                    targets?: string[];
                    /** @description The numbers of the channels that are told */
                    channels?: number[];
                    /**
                     * @description Tell them as well when it is over
                     * @default true
                     */
                    notifyResolved?: boolean;
                };
            };
        };
        ChangeAlertRule: {
            content: {
                /**
                 * @example {
                 *       "enabled": false
                 *     }
                 */
                "application/json": {
                    name?: components["schemas"]["AlertName"];
                    enabled?: boolean;
                    /**
                     * @description `status` has `status`, `memory` has `bytes`, `cpu` has `percent` (of one core, over some 10 seconds), `restarts` has `count`
                     *     and `seconds` (more than so many within), `silence` has `seconds` (no line for), `crash-loop` and `daemon-down` have nothing
                     */
                    condition?: {
                        /** @enum {string} */
                        type: "status" | "crash-loop" | "memory" | "cpu" | "restarts" | "silence" | "daemon-down";
                        /** @enum {string} */
                        status?: "errored" | "stopped" | "waiting restart" | "launching" | "stopping" | "online";
                        /** Format: int64 */
                        bytes?: number;
                        percent?: number;
                        count?: number;
                        seconds?: number;
                    };
                    /** @description Seconds for which it has to hold without a break */
                    hold?: number;
                    /** @description Seconds after an alert in which there is no other of the same process */
                    cooldown?: number;
                    /** @description Names or namespaces, `*` for anything, `name:` or `namespace:` before one to say which; none means all processes but modules */
                    targets?: string[];
                    /** @description The numbers of the channels that are told */
                    channels?: number[];
                    /** @description Tell them as well when it is over */
                    notifyResolved?: boolean;
                };
            };
        };
        AddAlertChannel: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "webhook" | "ntfy" | "email";
                    name: components["schemas"]["AlertName"];
                    /** @description Of a webhook; only its host is ever told again */
                    url?: string;
                    /**
                     * @description What a webhook understands
                     * @default json
                     * @enum {string}
                     */
                    shape?: "json" | "slack" | "discord";
                    /** @description A webhook's header of that name; empty for none */
                    authorization?: string;
                    /** @description Of ntfy, without a path */
                    server?: string;
                    /** @description Of ntfy */
                    topic?: string;
                    /** @description Of ntfy; empty for none */
                    token?: string;
                    /** @description Of mail */
                    recipients?: string[];
                };
            };
        };
        ChangeAlertChannel: {
            content: {
                /**
                 * @example {
                 *       "name": "operations"
                 *     }
                 */
                "application/json": {
                    name?: components["schemas"]["AlertName"];
                    /** @description Of a webhook; only its host is ever told again */
                    url?: string;
                    /**
                     * @description What a webhook understands
                     * @enum {string}
                     */
                    shape?: "json" | "slack" | "discord";
                    /** @description A webhook's header of that name; empty for none */
                    authorization?: string;
                    /** @description Of ntfy, without a path */
                    server?: string;
                    /** @description Of ntfy */
                    topic?: string;
                    /** @description Of ntfy; empty for none */
                    token?: string;
                    /** @description Of mail */
                    recipients?: string[];
                };
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ChangePassword"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description The most past alerts, and the most deliveries */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alerts"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    listAlertChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channels"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    addAlertChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AddAlertChannel"];
        responses: {
            /** @description Added; `Location` is its address */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["NAME_TAKEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    removeAlertChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number, as the list tells it
                 * @example 3
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["CHANNEL_IN_USE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    changeAlertChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number, as the list tells it
                 * @example 3
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ChangeAlertChannel"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["NAME_TAKEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    testAlertChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number, as the list tells it
                 * @example 3
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Nothing"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tested"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    listAlertRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    addAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AddAlertRule"];
        responses: {
            /** @description Added; `Location` is its address */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["NAME_TAKEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    removeAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number, as the list tells it
                 * @example 3
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    changeAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number, as the list tells it
                 * @example 3
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ChangeAlertRule"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["NAME_TAKEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /**
                 * @description Only what this user did, or this token (`token:` and its name)
                 * @example token:ci
                 */
                actor?: components["parameters"]["actor"];
                /** @description Only what came with this in `X-Agent` */
                agent?: components["parameters"]["agent"];
                /** @description Only what came with this in `X-Session-Id` */
                session?: components["parameters"]["session"];
                /**
                 * @description Only what was for this target, written as it was then; of users and tokens `user:` or `token:` and the name
                 * @example web
                 */
                process?: components["parameters"]["process"];
                /** @description Only what ended like this */
                outcome?: components["parameters"]["outcome"];
                /**
                 * @description Not before this time, in ISO 8601 or milliseconds since 1970
                 * @example 2026-11-25T00:00:00Z
                 */
                from?: components["parameters"]["from"];
                /**
                 * @description Before this time, likewise
                 * @example 2026-11-26T00:00:00Z
                 */
                to?: components["parameters"]["to"];
                /** @description At most so many, the newest. 10,000 at most, and 100 where it is missing; of JSON lines and CSV 100,000 in both cases */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntries"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getDrift: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drift"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    startEcosystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["StartEcosystem"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EcosystemPlan"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["SCRIPT_NOT_FOUND-OUTSIDE_APPS_ROOT"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Only of these processes, as `nameOrId` names them, also where they are gone; the daemon's events come in any case */
                process?: string;
                /** @description `problems`: only what somebody may have to do something about */
                kind?: "all" | "problems";
                /** @description Without events that another one tells more fully, such as the exit before a restart */
                brief?: boolean;
                /** @description At most so many, the newest */
                limit?: number;
                /** @description The `before` of an earlier answer; the events before those are answered */
                before?: string;
                /**
                 * @description Not before this time, in ISO 8601 or milliseconds since 1970
                 * @example 2026-11-25T00:00:00Z
                 */
                from?: components["parameters"]["from"];
                /**
                 * @description Before this time, likewise
                 * @example 2026-11-26T00:00:00Z
                 */
                to?: components["parameters"]["to"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Events"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    recentHistory: {
        parameters: {
            query?: {
                /** @description What is wanted, more than once if need be; both where it is missing */
                metric?: components["parameters"]["recentMetric"];
                /** @description How many figures of each process */
                points?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recent"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    killPM2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["KillPm2"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    showLogs: {
        parameters: {
            query?: {
                /** @description Only these processes, addressed as in a path; at most 64 */
                process?: components["parameters"]["logProcess"];
                /** @description How many of the last lines, of all together */
                lines?: components["parameters"]["lines"];
                /** @description Which output */
                type?: components["parameters"]["type"];
                /** @description Answer plain text, the lines as they were written */
                raw?: components["parameters"]["raw"];
                /** @description The `before` of an earlier answer; the lines before those are answered */
                before?: components["parameters"]["before"];
                /** @description The key of a line; the lines before it are answered */
                beforeKey?: components["parameters"]["beforeKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Logs"];
                    "text/plain": string;
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["PM2_UNREACHABLE"];
        };
    };
    logContext: {
        parameters: {
            query: {
                /** @description How many lines before it, and how many behind it */
                lines?: number;
                /** @description The key of the line */
                line: components["parameters"]["line"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogContext"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["PM2_UNREACHABLE"];
        };
    };
    flushLogs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Nothing"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
        };
    };
    reloadLogs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Nothing"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    searchLogs: {
        parameters: {
            query?: {
                /** @description Only these processes, addressed as in a path; at most 64 */
                process?: components["parameters"]["logProcess"];
                /** @description A text that a line has; without upper case letters in it, in any case */
                q?: string;
                /** @description A regular expression (RE2) instead of a text */
                regex?: string;
                /** @description At most so many matches, the newest */
                limit?: number;
                /** @description So many lines before and behind each */
                context?: number;
                /** @description Which output */
                type?: components["parameters"]["type"];
                /** @description Lines that say this level or a worse one */
                level?: components["parameters"]["level"];
                /**
                 * @description Not before this time, in ISO 8601 or milliseconds since 1970
                 * @example 2026-11-25T00:00:00Z
                 */
                from?: components["parameters"]["from"];
                /**
                 * @description Before this time, likewise
                 * @example 2026-11-26T00:00:00Z
                 */
                to?: components["parameters"]["to"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["PM2_UNREACHABLE"];
        };
    };
    logUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogUsage"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    monitor: {
        parameters: {
            query?: {
                /** @description Only these processes, addressed as in a path; all where it is missing */
                nameOrId?: components["parameters"]["only"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonitorSample"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["PM2_UNREACHABLE"];
        };
    };
    listProcesses: {
        parameters: {
            query?: {
                /** @description Answer the detailed view of each process */
                detailed?: components["parameters"]["detailed"];
                /** @description Only processes in this state */
                status?: components["parameters"]["status"];
                /** @description Only processes of this namespace */
                namespace?: components["parameters"]["namespace"];
                /** @description Only processes whose name or namespace contains this (upper or lower case), or whose id it is */
                q?: components["parameters"]["q"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The brief view, or the detailed one where `detailed` asks for it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Processes"] | components["schemas"]["Details"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["PM2_UNREACHABLE"];
        };
    };
    startProcess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["StartProcess"];
        responses: {
            /** @description Started; `Location` is its address */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["NAME_TAKEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["SCRIPT_NOT_FOUND-OUTSIDE_APPS_ROOT"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    showProcessInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Details"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["PM2_UNREACHABLE"];
        };
    };
    deleteProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    triggerAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The action's name, as the application gave it; `actions` of the detailed view lists them
                 * @example flush cache
                 */
                action: components["parameters"]["action"];
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["TriggerAction"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionReply"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND-ACTION_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    describeProcess: {
        parameters: {
            query?: {
                /**
                 * @description The one environment variable whose value is wanted as it is. For the role `admin` only; audited
                 * @example DATABASE_URL
                 */
                reveal?: components["parameters"]["reveal"];
            };
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Descriptions"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    gracefulReload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Nothing"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reloaded"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    getHistory: {
        parameters: {
            query?: {
                /** @description Not before this time, in ISO 8601 or milliseconds since 1970; 15 minutes before `to` where it is missing */
                from?: string;
                /** @description Milliseconds that a point stands for; the answer's may be longer, as finer points are kept for a shorter time. Where it is missing, one that makes at most some 600 points */
                step?: number;
                /**
                 * @description Before this time, likewise
                 * @example 2026-11-26T00:00:00Z
                 */
                to?: components["parameters"]["to"];
                /**
                 * @description What is wanted, more than once if need be: `cpu` (percent of one core), `memory` (bytes resident), `pss` (bytes, shared ones
                 *     divided), `threads`, `openFiles`, `diskRead` and `diskWrite` (bytes per second), or `probe:` and the name of a figure that
                 *     the application publishes of itself. `cpu` and `memory` where it is missing.
                 * @example [
                 *       "cpu",
                 *       "probe:Heap Size"
                 *     ]
                 */
                metric?: components["parameters"]["metric"];
            };
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["PM2_UNREACHABLE"];
        };
    };
    showProcessLogs: {
        parameters: {
            query?: {
                /** @description How many of the last lines, of all together */
                lines?: components["parameters"]["lines"];
                /** @description Which output */
                type?: components["parameters"]["type"];
                /** @description Answer plain text, the lines as they were written */
                raw?: components["parameters"]["raw"];
                /** @description The `before` of an earlier answer; the lines before those are answered */
                before?: components["parameters"]["before"];
                /** @description The key of a line; the lines before it are answered */
                beforeKey?: components["parameters"]["beforeKey"];
            };
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Logs"];
                    "text/plain": string;
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND-NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["PM2_UNREACHABLE"];
        };
    };
    downloadLog: {
        parameters: {
            query?: {
                /** @description Which output */
                type?: "combined" | "out" | "error";
                /** @description Packed, as a `.gz` file */
                gzip?: boolean;
                /**
                 * @description Not before this time, in ISO 8601 or milliseconds since 1970
                 * @example 2026-11-25T00:00:00Z
                 */
                from?: components["parameters"]["from"];
                /**
                 * @description Before this time, likewise
                 * @example 2026-11-26T00:00:00Z
                 */
                to?: components["parameters"]["to"];
            };
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                    "application/gzip": unknown;
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["PM2_UNREACHABLE"];
        };
    };
    flushProcessLogs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Nothing"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
        };
    };
    reloadProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Nothing"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reloaded"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    resetMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Nothing"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    restartProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["RestartProcess"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    scaleProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScaleProcess"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["NOT_CLUSTER"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    sendSignal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["SendSignal"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    startStopped: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Nothing"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["ALREADY_RUNNING"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    sendLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["SendLine"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["NOT_FORK"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    stopProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A PM2 id (all digits), a name, a namespace, or `all`: the first of them, in that order, that matches anything. A name
                 *     or a namespace means all its processes. `id:0`, `name:web` and `namespace:api` say which is meant.
                 * @example web
                 */
                nameOrId: components["parameters"]["nameOrId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Nothing"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["PROCESS_NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    resurrectProcesses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Nothing"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    saveProcessList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["SaveProcessList"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affected"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["EMPTY_LIST"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            503: components["responses"]["PM2_UNREACHABLE"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    startup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Startup"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartupResult"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
            504: components["responses"]["PM2_TIMEOUT"];
        };
    };
    generateStartupScript: {
        parameters: {
            query?: {
                /** @description The system to make it for; by default the one that the console runs on */
                platform?: components["parameters"]["platform"];
                /** @description The system user whose PM2 is to be started; by default the one that the console runs as */
                user?: components["parameters"]["user"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartupScript"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["PM2_FAILED"];
        };
    };
    getPM2Status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pm2Status"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    addToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AddToken"];
        responses: {
            /** @description Made; `Location` is its address */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedToken"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["NAME_TAKEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number, as the list tells it
                 * @example 3
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Users"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    addUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AddUser"];
        responses: {
            /** @description Added; `Location` is its address */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["NAME_TAKEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    removeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A user's name; upper and lower case are the same
                 * @example ada
                 */
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["LAST_ADMIN"];
            500: components["responses"]["INTERNAL"];
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A user's name; upper and lower case are the same
                 * @example ada
                 */
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ChangeUser"];
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            409: components["responses"]["LAST_ADMIN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getPM2Version: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pm2Version"];
                };
            };
            400: components["responses"]["INVALID_ARGUMENT"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            406: components["responses"]["NOT_ACCEPTABLE"];
            500: components["responses"]["INTERNAL"];
        };
    };
}
