import tensorflow as tf
from tensorflow.keras import layers, models

BATCH_SIZE = 32
IMAGE_SIZE = 128
CHANNELS = 3
EPOCHS = 2
SEED = 12

train_ds = tf.keras.preprocessing.image_dataset_from_directory(
    "PlantVillage",
    validation_split=0.2,
    subset="training",
    seed=SEED,
    batch_size=BATCH_SIZE,
)
val_ds = tf.keras.preprocessing.image_dataset_from_directory(
    "PlantVillage",
    validation_split=0.2,
    subset="validation",
    seed=SEED,
    batch_size=BATCH_SIZE,
)
class_names = train_ds.class_names

train_ds = train_ds.cache().shuffle(1000).prefetch(buffer_size=tf.data.AUTOTUNE)
val_ds = val_ds.cache().prefetch(buffer_size=tf.data.AUTOTUNE)

model = models.Sequential([
    layers.Input(shape=(IMAGE_SIZE, IMAGE_SIZE, CHANNELS)),
    layers.Rescaling(1.0 / 255),
    layers.Conv2D(16, (3, 3), activation="relu"),
    layers.MaxPooling2D((4, 4)),
    layers.Conv2D(32, (3, 3), activation="relu"),
    layers.MaxPooling2D((4, 4)),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(len(class_names), activation="softmax"),
])
model.compile(
    optimizer="adam",
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=False),
    metrics=["accuracy"],
)
model.fit(train_ds, validation_data=val_ds, epochs=EPOCHS, verbose=1)
