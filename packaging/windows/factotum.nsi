; One installer for one person: no administrator, nothing outside the person's own folders and keys.
;   makensis -DVERSION=0.1.0 -DPAYLOAD=dist/factotum -DOUT=setup.exe [-DSIGN="command"] factotum.nsi
; The command of SIGN gets the file to sign as its last argument.
; Exit codes when silent: 0 done, 2 given up, 3 the program runs and nothing was touched, 4 it does not
; work here, and the version before is back.
; /PID=n waits for that process to end. /UPDATE: started by the program itself, which lets it prove the
; version it has put in place, and brings back the one before if it does not work.

Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Factotum"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define CLASSES "Software\Classes"
!define TYPE "Factotum.Draft"
!define PDF_TYPE "Factotum.SupplierFile"

Name "Factotum"
OutFile "${OUT}"
BrandingText " "
InstallDir "$LOCALAPPDATA\Programs\Factotum"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Factotum"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Factotum setup"
VIAddVersionKey "LegalCopyright" "MIT licence"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif
!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif

!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\factotumw.exe"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DATA_STAYS)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"

LangString RUNS ${LANG_ENGLISH} "Factotum is open. Nothing has been changed. Close its window and start this again."
LangString RUNS ${LANG_FRENCH} "Factotum est ouvert. Rien n’a été modifié. Fermez sa fenêtre et recommencez."
LangString DATA_STAYS ${LANG_ENGLISH} "Your drafts, issued documents and settings are kept; only the program is removed."
LangString DATA_STAYS ${LANG_FRENCH} "Vos brouillons, documents émis et réglages sont conservés ; seul le programme est supprimé."
LangString NOT_OURS ${LANG_ENGLISH} "This folder holds files of another program. Nothing has been changed. Choose an empty folder."
LangString NOT_OURS ${LANG_FRENCH} "Ce dossier contient les fichiers d’un autre programme. Rien n’a été modifié. Choisissez un dossier vide."
LangString DRAFT ${LANG_ENGLISH} "Factotum draft"
LangString DRAFT ${LANG_FRENCH} "Brouillon Factotum"
LangString PDF ${LANG_ENGLISH} "PDF of a supplier"
LangString PDF ${LANG_FRENCH} "PDF d’un fournisseur"

; A program that runs cannot be opened for writing; replacing what lies around it would mix two versions.
!macro RefuseIfOpen FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNS)" /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro RefuseIfRunning
  !insertmacro RefuseIfOpen "factotum.exe"
  !insertmacro RefuseIfOpen "factotumw.exe"
!macroend

!macro TellDesktop
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

; A minute at most; a program that runs on is found out below.
!macro WaitForProcess
  ${GetParameters} $1
  ${GetOptions} $1 "/PID=" $2
  ${IfNot} ${Errors}
    System::Call 'kernel32::OpenProcess(i 0x00100000, i 0, i r2) p .r3'
    ${If} $3 P<> 0
      System::Call 'kernel32::WaitForSingleObject(p r3, i 60000)'
      System::Call 'kernel32::CloseHandle(p r3)'
    ${EndIf}
  ${EndIf}
!macroend

Function .onInit
  SetShellVarContext current
  !insertmacro WaitForProcess
  !insertmacro RefuseIfRunning
FunctionEnd

Function un.onInit
  SetShellVarContext current
  !insertmacro RefuseIfRunning
FunctionEnd

Section "Factotum"
  ; The folder may have been chosen after the first look.
  !insertmacro RefuseIfRunning
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
    ${IfNot} ${FileExists} "$INSTDIR\uninstall.exe"
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(NOT_OURS)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    ; Wholly: a module of the version before would be found and used.
    RMDir /r "$INSTDIR\_internal"
  ${EndIf}
  ; What one can go back to: the setup of the version that is replaced. Going back is no replacing.
  ${If} "$EXEPATH" != "$INSTDIR\setup-previous.exe"
  ${AndIf} ${FileExists} "$INSTDIR\setup.exe"
    Delete "$INSTDIR\setup-previous.exe"
    Rename "$INSTDIR\setup.exe" "$INSTDIR\setup-previous.exe"
  ${EndIf}
  CopyFiles /SILENT "$EXEPATH" "$INSTDIR\setup.exe"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Factotum.lnk" "$INSTDIR\factotumw.exe"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Factotum"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\factotumw.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Factotum"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0

  WriteRegStr HKCU "${APP_PATHS}\factotum.exe" "" "$INSTDIR\factotum.exe"
  ; Offered under Open With. The person's own programs for .json and .pdf stay what they are.
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "" "$(DRAFT)"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\DefaultIcon" "" "$INSTDIR\factotumw.exe,0"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\factotumw.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.json\OpenWithProgids" "${TYPE}" ""
  WriteRegStr HKCU "${CLASSES}\${PDF_TYPE}" "" "$(PDF)"
  WriteRegStr HKCU "${CLASSES}\${PDF_TYPE}\shell\open\command" "" '"$INSTDIR\factotumw.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.pdf\OpenWithProgids" "${PDF_TYPE}" ""
  WriteRegStr HKCU "${CLASSES}\Applications\factotumw.exe" "FriendlyAppName" "Factotum"
  WriteRegStr HKCU "${CLASSES}\Applications\factotumw.exe\SupportedTypes" ".json" ""
  WriteRegStr HKCU "${CLASSES}\Applications\factotumw.exe\SupportedTypes" ".pdf" ""
  WriteRegStr HKCU "${CLASSES}\Applications\factotumw.exe\shell\open\command" "" '"$INSTDIR\factotumw.exe" "%1"'
  !insertmacro TellDesktop

  ${GetParameters} $1
  ${GetOptions} $1 "/UPDATE" $2
  ${IfNot} ${Errors}
  ${AndIf} "$EXEPATH" != "$INSTDIR\setup-previous.exe"
    nsExec::Exec '"$INSTDIR\factotum.exe" self-test'
    Pop $0
    ${If} $0 != 0
    ${AndIf} ${FileExists} "$INSTDIR\setup-previous.exe"
      ExecWait '"$INSTDIR\setup-previous.exe" /S'
      SetErrorLevel 4
    ${EndIf}
  ${EndIf}
SectionEnd

Section "Uninstall"
  ; By name, and the folder only when nothing else is in it: it may be one of the person's own.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\factotum.exe"
  Delete "$INSTDIR\factotumw.exe"
  Delete "$INSTDIR\setup.exe"
  Delete "$INSTDIR\setup-previous.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Factotum.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${APP_PATHS}\factotum.exe"
  DeleteRegKey HKCU "${CLASSES}\${TYPE}"
  DeleteRegKey HKCU "${CLASSES}\${PDF_TYPE}"
  DeleteRegKey HKCU "${CLASSES}\Applications\factotumw.exe"
  DeleteRegValue HKCU "${CLASSES}\.json\OpenWithProgids" "${TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.json\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.json"
  DeleteRegValue HKCU "${CLASSES}\.pdf\OpenWithProgids" "${PDF_TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.pdf\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.pdf"
  !insertmacro TellDesktop
  DetailPrint "$(DATA_STAYS)"
SectionEnd
