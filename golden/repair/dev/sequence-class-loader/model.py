from keras import Sequential, layers


def gesture_net(n_gestures, frame_shape):
    return Sequential([
        layers.Input(frame_shape),
        layers.Conv2D(12, 5, strides=2, activation="relu"),
        layers.Conv2D(24, 3, strides=2, activation="relu"),
        layers.GlobalMaxPooling2D(),
        layers.Dense(n_gestures, activation="softmax"),
    ])
