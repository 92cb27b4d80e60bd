
croot.layer-0"_tf_keras_layer*>{"name": "l", "class_name": "Lambda", "config": {"name": "l"}}