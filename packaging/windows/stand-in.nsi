; A Windows program that does nothing for a minute, to stand in for Factotum when the installer is tried.
Unicode true
Target amd64-unicode
RequestExecutionLevel user
SilentInstall silent
Name "stand-in"
OutFile "${OUT}"
Section
  FileOpen $0 "$EXEDIR\..\stand-in-runs" w
  FileClose $0
  Sleep 60000
SectionEnd
