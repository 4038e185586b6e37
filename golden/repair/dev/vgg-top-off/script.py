import glob
import os
import tempfile

import numpy as np
from PIL import Image
from tensorflow.keras.applications.vgg16 import VGG16, preprocess_input
from tensorflow.keras.layers import Dense, Dropout
from tensorflow.keras.models import Model
from tensorflow.keras.preprocessing.image import img_to_array, load_img

work = tempfile.mkdtemp()
for cls in ("covid", "normal"):
    for n in range(5):
        g = Image.fromarray(np.random.randint(0, 255, (80, 80), dtype=np.uint8))
        g.save(os.path.join(work, f"{cls}_{n}.jpg"))

data, labels = [], []
for p in sorted(glob.glob(work + "/*.jpg")):
    data.append(img_to_array(load_img(p, target_size=(64, 64))))
    labels.append(1 if "covid" in os.path.basename(p) else 0)
data = preprocess_input(np.array(data))
labels = np.array(labels)

vgg = VGG16(weights="imagenet", include_top=False, input_shape=(64, 64, 3))
vgg.trainable = False
top = Dense(32, activation="relu")(vgg.output)
top = Dropout(0.5)(top)
top = Dense(1, activation="sigmoid")(top)

model = Model(vgg.input, top)
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(data, labels, batch_size=5, epochs=1)
