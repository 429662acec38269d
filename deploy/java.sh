# Sourced by run.sh and token.sh: finds a JDK 17 or later, or says in one line that there is none.
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
[ -n "$java" ] && [ -x "$java" ] || java=$(command -v java || true)
if [ -z "$java" ]; then
  echo "找不到 JDK：请安装 JDK 17 或更新版本，或设置 JAVA_HOME / No JDK found: install JDK 17 or later, or set JAVA_HOME" >&2
  exit 1
fi
version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
if [ "${version:-0}" -lt 17 ]; then
  echo "需要 JDK 17 或更新版本，$java 是 ${version:-未知} / JDK 17 or later is needed, $java is ${version:-unknown}" >&2
  exit 1
fi
