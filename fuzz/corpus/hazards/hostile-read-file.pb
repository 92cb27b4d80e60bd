/
"serve$

xPlaceholder

nodeReadFile