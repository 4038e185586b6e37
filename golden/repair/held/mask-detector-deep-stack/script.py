import argparse
import keras
from keras import layers

IMG = 48
DEPTH = 5


def get_data(folder):
    common = dict(validation_split=0.2, seed=123, image_size=(IMG, IMG), batch_size=8, label_mode="binary")
    train = keras.utils.image_dataset_from_directory(folder, subset="training", **common)
    valid = keras.utils.image_dataset_from_directory(folder, subset="validation", **common)
    return train, valid


def get_model(depth=DEPTH):
    model = keras.Sequential()
    model.add(keras.Input(shape=(IMG, IMG, 3)))
    model.add(layers.Rescaling(1.0 / 255))
    for i in range(depth):
        model.add(layers.Conv2D(16 * 2 ** i, 3, activation="relu"))
        model.add(layers.MaxPooling2D(2))
    model.add(layers.Flatten())
    model.add(layers.Dense(64, activation="relu"))
    model.add(layers.Dense(1, activation="sigmoid"))
    return model


if __name__ == "__main__":
    ap = argparse.ArgumentParser()
    ap.add_argument("--dataset", default="dataset")
    ap.add_argument("--epochs", type=int, default=20)
    opt = ap.parse_args()

    train, valid = get_data(opt.dataset)
    model = get_model()
    model.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(lr=1e-4), metrics=["accuracy"])
    model.fit(train, validation_data=valid, epochs=opt.epochs)
    model.save("mask_detector.keras")
