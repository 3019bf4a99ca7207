@echo off
rem Labo Sockets : construit le programme au premier usage, puis le lance.
setlocal
set "LABO=%~dp0"
set "JAR=%LABO%target\labo-sockets.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1 || (
  echo labo : il faut Java 17 ou plus recent. Installe un JDK 17, ou donne son dossier dans JAVA_HOME. 1>&2
  exit /b 3
)
if not exist "%JAR%" (
  echo Construction du labo : une a trois minutes... 1>&2
  pushd "%LABO%"
  call mvn -q -B -ntp -Dmaven.test.skip=true -Djacoco.skip=true package 1>&2
  if errorlevel 1 (
    popd
    echo labo : la construction a echoue ; ses erreurs sont ci-dessus. 1>&2
    exit /b 3
  )
  popd
)
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-Dlabo.home=%LABO%." -jar "%JAR%" %*
exit /b %ERRORLEVEL%
