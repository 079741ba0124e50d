# Sourced by ../mvnw: has Maven run on a JDK that can build this project, also where `java` is an older one.
# Takes JAVA_HOME, else the `java` on the PATH, else the oldest that will do of the JDKs in the usual places.

jdk_wanted=25

# The feature version (25 of 25.0.1) of the JDK in directory $1; nothing where there is no JDK.
jdk_version() (
  [ -x "$1/bin/javac" ] && [ -f "$1/lib/modules" ] || exit 0
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null) || version=
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
  printf %s "$version"
)

jdk_will_do() {
  [ "$(jdk_version "$1" || :)" -ge "$jdk_wanted" ] 2>/dev/null
}

# The home of the `java` on the PATH, with its links followed.
jdk_on_path() (
  java=$(command -v java) || exit 0
  java=$(readlink -f "$java" 2>/dev/null) || exit 0
  printf %s "${java%/bin/java}"
)

# The usual places: Linux packages and images, SDKMAN!, the IDEs' own directory, macOS.
jdk_search() (
  set +f
  best=
  best_version=
  for home in /usr/lib/jvm/* /opt/java/* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    version=$(jdk_version "$home") || continue
    [ "$version" -ge "$jdk_wanted" ] 2>/dev/null || continue
    if [ -z "$best" ] || [ "$version" -lt "$best_version" ]; then
      best=$home best_version=$version
    fi
  done
  if [ -z "$best" ] && [ -x /usr/libexec/java_home ]; then
    best=$(/usr/libexec/java_home -F -v "$jdk_wanted+" 2>/dev/null) || best=
  fi
  printf %s "$best"
)

if ! jdk_will_do "${JAVA_HOME-}"; then
  JAVA_HOME=$(jdk_on_path)
  jdk_will_do "$JAVA_HOME" || JAVA_HOME=$(jdk_search)
  if [ -z "$JAVA_HOME" ]; then
    echo "PM2 Console is built with JDK $jdk_wanted or newer and none was found:" \
      "install one (https://adoptium.net has them for every system) or set JAVA_HOME to the directory of yours." >&2
    exit 1
  fi
  export JAVA_HOME
fi
