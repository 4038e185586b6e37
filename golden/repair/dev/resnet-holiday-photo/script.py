import sys

import keras
import numpy as np
from keras.applications.resnet50 import ResNet50, preprocess_input

model = ResNet50(weights="imagenet")


def load(path):
    img = keras.utils.load_img(path, target_size=(224, 224))
    x = keras.utils.img_to_array(img)
    x = preprocess_input(x)
    return x


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "holiday/elephant.jpg"
    scores = model.predict(load(path))
    best = np.argsort(scores[0])[::-1][:3]
    for index in best:
        print(f"class {index}: {scores[0, index]:.3f}")


if __name__ == "__main__":
    main()
