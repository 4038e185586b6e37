import pathlib
import tempfile
import numpy as np
import tensorflow as tf
from PIL import Image
from tensorflow.keras.applications import MobileNetV2
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential

IMG_SIZE = (96, 96)
BATCH = 8

data_dir = pathlib.Path(tempfile.mkdtemp()) / "flowers"
for name in ("daisy", "rose", "tulip", "sunflower"):
    (data_dir / name).mkdir(parents=True)
    for k in range(6):
        Image.fromarray(np.random.randint(0, 255, (120, 100, 3), "uint8")).save(data_dir / name / f"{k}.jpg")

train_ds = tf.keras.utils.image_dataset_from_directory(
    data_dir, label_mode="categorical", image_size=IMG_SIZE, batch_size=BATCH, seed=1)
class_names = train_ds.class_names
train_ds = train_ds.map(lambda im, lb: (tf.keras.applications.mobilenet_v2.preprocess_input(im), lb))

base = MobileNetV2(weights="imagenet", include_top=False, input_shape=(224, 224, 3))
base.trainable = False

model = Sequential([
    base,
    Flatten(),
    Dense(64, activation="relu"),
    Dense(len(class_names), activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
history = model.fit(train_ds.prefetch(tf.data.AUTOTUNE), epochs=2)
