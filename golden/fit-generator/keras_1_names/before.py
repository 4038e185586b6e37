import numpy as np
from tensorflow.keras import layers, models
from tensorflow.keras.preprocessing.image import ImageDataGenerator

batch_size = 10
images = np.random.rand(40, 12, 12, 3)
labels = np.random.randint(0, 2, (40, 1)).astype("float32")

model = models.Sequential(
    [
        layers.Conv2D(4, 3, activation="relu", input_shape=(12, 12, 3)),
        layers.GlobalAveragePooling2D(),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile("rmsprop", "binary_crossentropy")

augmented = ImageDataGenerator(horizontal_flip=True)
model.fit_generator(
    augmented.flow(images, labels, batch_size=batch_size),
    samples_per_epoch=40,
    nb_epoch=2,
    validation_data=(images[:20], labels[:20]),
    nb_val_samples=20,
    verbose=0,
)
