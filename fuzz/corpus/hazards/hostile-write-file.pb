0
"serve%

xPlaceholder

node	WriteFile