import os
import tempfile
import numpy as np
import keras
from PIL import Image
from keras import layers

# stand in for the leaf pictures until the real ones are copied over
folder = tempfile.mkdtemp(prefix='leaf_')
for label in ['healthy', 'rust', 'scab', 'blight', 'mildew']:
    os.mkdir(f'{folder}/{label}')
    for n in range(7):
        Image.fromarray(np.uint8(np.random.rand(50, 70, 3) * 255)).save(f'{folder}/{label}/{n}.png')

common = dict(validation_split=0.3, seed=123, image_size=(56, 56), batch_size=7)
train = keras.utils.image_dataset_from_directory(folder, subset='training', **common)
val = keras.utils.image_dataset_from_directory(folder, subset='validation', **common)
n_classes = len(train.class_names)

augment = keras.Sequential([layers.RandomFlip('horizontal'), layers.RandomRotation(0.1)])

inp = keras.Input((56, 56, 3))
x = augment(inp)
x = layers.Rescaling(1 / 255)(x)
for f in (8, 16, 32):
    x = layers.Conv2D(f, 3, activation='relu')(x)
    x = layers.MaxPooling2D()(x)
x = layers.Flatten()(x)
x = layers.Dense(32, activation='relu')(x)
out = layers.Dense(n_classes, activation='softmax')(x)
model = keras.Model(inp, out)

model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(train, validation_data=val, epochs=2)
