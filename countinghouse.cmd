@echo off
rem Countinghouse, started from its sources on Windows: finds a JDK 25, builds what changed, runs what was asked for.
rem The twin of `countinghouse`. Exit codes: 0 done, 1 the job failed and says why, 2 the command was not understood.
setlocal EnableExtensions DisableDelayedExpansion
set "JDK_FEATURE=25"
for %%I in ("%~dp0.") do set "HOME_FOLDER=%%~fI"
set "MADE=%HOME_FOLDER%\jlink\image\target"
set "COMMAND=%~1"
set "REST="
for /f "tokens=1,*" %%A in ("%*") do set "REST=%%B"

if "%COMMAND%"=="" ( call :usage 1>&2 & exit /b 2 )
for %%C in (-h --help help) do if "%COMMAND%"=="%%C" ( call :usage & exit /b 0 )
for %%C in (-V --version) do if "%COMMAND%"=="%%C" ( call :version & exit /b 0 )
for %%C in (demo station replay script devices verify backup restore bench) do if "%COMMAND%"=="%%C" goto run_station
for %%C in (cloud test image) do if "%COMMAND%"=="%%C" goto run_%%C
echo countinghouse: there is no sub-command '%COMMAND%'. There are: 1>&2
call :commands 1>&2
exit /b 2

:usage
echo Countinghouse: the station at a shop's counter. Cash ledger, drawer, printer, shifts and reports.
echo.
echo usage: countinghouse SUB-COMMAND [options]      (SUB-COMMAND --help tells its options)
echo.
call :commands
exit /b 0

:commands
echo   demo        a sample shop with its cloud, its devices simulated; --headless works one scripted shift
echo   station     the station's window, on a data folder
echo   cloud       the store in the cloud that stations copy their entries to
echo   replay      import a real till log, a shift for each trading day
echo   script      the station's commands as JSON lines, from a file or from standard input
echo   devices     list, register, test and simulate the devices of a station
echo   verify      check the hash chain and the sums of a data folder, from zero or from a slip's entry
echo   backup      copy a data folder's ledger, also while its station sells, and prove the copy
echo   restore     put a backup in the place of a data folder's ledger, after proving it
echo   bench       measure a durable sale beside a bare insert; --screen the window: start, keys, memory, growth
echo   test        format, rules, every test, the image and its smoke test; --quick leaves the image out, --long takes hours
echo   image       build the runtime image that needs no JDK
echo   --version   which version this is
echo   --help      this text
exit /b 0

:version
for /f "tokens=3 delims=<>" %%V in ('findstr /r /c:"^  <version>" "%HOME_FOLDER%\pom.xml"') do (
  echo Countinghouse %%V
  exit /b 0
)
exit /b 1

rem ---- running -----------------------------------------------------------------------------------------------------

:run_station
call :build || exit /b 1
set "COUNTINGHOUSE_BUILT=%HOME_FOLDER%"
"%JDK%\bin\java" "@%HOME_FOLDER%\jlink\image\src\main\resources\org\countinghouse\image\station.options" --module-path "%MADE%\station\javafx" --add-modules javafx.controls,javafx.fxml "-Dcountinghouse.home=%HOME_FOLDER%" "-Dcountinghouse.cloud.command=%HOME_FOLDER%\countinghouse.cmd" -cp "%MADE%\station\lib\*" org.countinghouse.app.Main %*
exit /b %ERRORLEVEL%

:run_cloud
call :build || exit /b 1
"%JDK%\bin\java" %JVM_FLAGS% --enable-native-access=ALL-UNNAMED "-Dcountinghouse.home=%HOME_FOLDER%" -cp "%MADE%\cloud\lib\*" org.countinghouse.cloud.CloudMain %REST%
exit /b %ERRORLEVEL%

:run_test
call :tools || exit /b 1
set "QUICK="
set "LONG="
for /f "tokens=1,*" %%A in ("%REST%") do if "%%A"=="--quick" ( set "QUICK=-Dquick" & set "REST=%%B" )
for /f "tokens=1,*" %%A in ("%REST%") do if "%%A"=="--long" ( set "LONG=-Dlong" & set "REST=%%B" )
call mvn -B -ntp -fae %QUICK% %LONG% com.diffplug.spotless:spotless-maven-plugin:check verify -f "%HOME_FOLDER%\pom.xml" %REST%
if errorlevel 1 ( echo countinghouse: the test run failed 1>&2 & exit /b 1 )
exit /b 0

:run_image
call :tools || exit /b 1
call mvn -B -ntp -q -Dmaven.test.skip=true package -pl jlink/image -am -f "%HOME_FOLDER%\pom.xml"
if errorlevel 1 ( echo countinghouse: the build failed 1>&2 & exit /b 1 )
exit /b 0

rem ---- building ----------------------------------------------------------------------------------------------------

:build
call :tools || exit /b 1
set "JVM_FLAGS=-XX:+UseSerialGC -Xlog:disable -Xlog:all=warning:stderr -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true"
if "%COUNTINGHOUSE_BUILT%"=="%HOME_FOLDER%" exit /b 0
call :changed || exit /b 0
echo countinghouse: building what changed 1>&2
if not exist "%MADE%" mkdir "%MADE%"
type nul > "%MADE%\begun"
call mvn -B -Dstyle.color=never -Dmaven.test.skip=true package -pl jlink/image/station,jlink/image/cloud -am -f "%HOME_FOLDER%\pom.xml" > "%MADE%\build.log" 2>&1 < nul
if errorlevel 1 (
  findstr /r /c:"ERROR" "%MADE%\build.log" 1>&2
  echo countinghouse: the build failed; all of it is in %MADE%\build.log 1>&2
  exit /b 1
)
move /y "%MADE%\begun" "%MADE%\built" > nul
exit /b 0

rem Succeeds when a source or POM is younger than the last build, or there was none.
:changed
if not exist "%MADE%\built" exit /b 0
if not exist "%MADE%\station\lib" exit /b 0
if not exist "%MADE%\cloud\lib" exit /b 0
powershell -NoProfile -Command "$t=(Get-Item -LiteralPath '%MADE%\built').LastWriteTime; Set-Location -LiteralPath '%HOME_FOLDER%'; $new=Get-ChildItem -Recurse -Path pom.xml,resources,desktop,hardware-bridge,sync,jlink | Where-Object { $_.LastWriteTime -gt $t -and $_.FullName -notmatch '\\target(\\|$)|\\src\\test\\' -and ($_.Name -eq 'pom.xml' -or $_.FullName -match '\\src\\') } | Select-Object -First 1; if ($new) { exit 0 } else { exit 1 }"
exit /b %ERRORLEVEL%

:tools
call :find_jdk
if not defined JDK (
  echo countinghouse: no JDK %JDK_FEATURE% found ^(looked at JAVA_HOME, PATH and the usual folders^). To get one: 1>&2
  echo   winget install EclipseAdoptium.Temurin.%JDK_FEATURE%.JDK 1>&2
  exit /b 1
)
set "JAVA_HOME=%JDK%"
where /q mvn
if errorlevel 1 (
  echo countinghouse: no Maven on the PATH. To get it: 1>&2
  echo   choco install maven      ^(or unpack it and put its bin folder on the PATH^) 1>&2
  exit /b 1
)
exit /b 0

:find_jdk
set "JDK="
call :try_jdk "%JAVA_HOME%"
for /f "delims=" %%J in ('where javac 2^>nul') do call :try_jdk "%%~dpJ.."
for %%P in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks" "%LOCALAPPDATA%\Programs\Eclipse Adoptium") do (
  for /d %%J in ("%%~P\*") do call :try_jdk "%%~J"
)
exit /b 0

rem A JDK tells its version in a file, which is faster read than asked.
:try_jdk
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /r /c:"^JAVA_VERSION=.%JDK_FEATURE%[^0-9]" "%~1\release" > nul 2>&1 || exit /b 0
for %%I in ("%~1") do set "JDK=%%~fI"
exit /b 0
