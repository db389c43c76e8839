; A Windows program that stands in for Factotum when the installer is tried: it runs for a minute, or until
; a file beside its folder tells it to end. Asked for a self-test it fails if its payload says so.
Unicode true
Target amd64-unicode
RequestExecutionLevel user
SilentInstall silent
Name "stand-in"
OutFile "${OUT}"
!include FileFunc.nsh
!include LogicLib.nsh
Section
  ${GetParameters} $0
  ${If} $0 == "self-test"
    SetErrorLevel 0
    ${If} ${FileExists} "$EXEDIR\_internal\fails"
      SetErrorLevel 1
    ${EndIf}
    Quit
  ${EndIf}
  System::Call 'kernel32::GetCurrentProcessId() i .r1'
  FileOpen $0 "$EXEDIR\..\stand-in-runs" w
  FileWrite $0 "$1"
  FileClose $0
  ${For} $2 1 300
    ${If} ${FileExists} "$EXEDIR\..\stand-in-ends"
      Quit
    ${EndIf}
    Sleep 200
  ${Next}
SectionEnd
