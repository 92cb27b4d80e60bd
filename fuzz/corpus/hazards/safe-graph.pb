-
"serve"

xPlaceholder

nodeMatMul