@echo off
rem Countinghouse, as installed: starts the Java in this folder, wherever the folder was put.
setlocal
for %%I in ("%~dp0..") do set "HOME_FOLDER=%%~fI"
set "TRAINING=%COUNTINGHOUSE_TRAINING%"
if not defined TRAINING set "TRAINING=-XX:AOTCache=%HOME_FOLDER%\lib\countinghouse.aot"
set "COUNTINGHOUSE_TRAINING="
set "REST="
for /f "tokens=1,*" %%A in ("%*") do set "REST=%%B"
if "%~1"=="cloud" (
  "%HOME_FOLDER%\runtime\bin\java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Xlog:disable -Xlog:all=warning:stderr -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true "-Dcountinghouse.home=%HOME_FOLDER%" -cp "%HOME_FOLDER%\lib\cloud.jar" org.countinghouse.cloud.CloudMain %REST%
) else (
  "%HOME_FOLDER%\runtime\bin\java" "@%HOME_FOLDER%\lib\station.options" "%TRAINING%" "-Dcountinghouse.home=%HOME_FOLDER%" "-Dcountinghouse.cloud.command=%HOME_FOLDER%\bin\countinghouse.cmd" -cp "%HOME_FOLDER%\lib\station.jar" org.countinghouse.app.Main %*
)
exit /b %ERRORLEVEL%
