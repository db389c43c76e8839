# On Windows: installs the setup that lies here, proves the installed program, removes it.
$ErrorActionPreference = "Stop"
$setup = (Get-ChildItem -Filter "Factotum-*.exe")[0].FullName
$program = "$env:LOCALAPPDATA\Programs\Factotum"
$drafts = "$env:LOCALAPPDATA\factotum-stays.txt"
"mine" | Out-File $drafts
Start-Process $setup -ArgumentList "/S" -Wait
if (-not (Test-Path "$program\factotum.exe")) { throw "nothing was installed" }
& "$program\factotum.exe" self-test
if ($LASTEXITCODE -ne 0) { throw "the installed program does not pass its self-test" }
Start-Process "$program\uninstall.exe" -ArgumentList "/S", "_?=$program" -Wait
if (Test-Path "$program\factotum.exe") { throw "the program is still there" }
if (Test-Path "HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\Factotum") { throw "its key is still there" }
if (-not (Test-Path $drafts)) { throw "a file of the person's is gone" }
