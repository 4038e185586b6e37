import os
import tempfile
import numpy as np
from PIL import Image
from tensorflow.keras import layers, models
from tensorflow.keras.preprocessing.image import ImageDataGenerator

IMG = 64
top = tempfile.mkdtemp()
for cls, level in (('NORMAL', 90), ('PNEUMONIA', 140)):
    os.makedirs(os.path.join(top, 'train', cls))
    for i in range(12):
        px = np.clip(np.random.normal(level, 40, (80, 100)), 0, 255)
        Image.fromarray(px.astype('uint8')).save(os.path.join(top, 'train', cls, 'img%d.jpeg' % i))

train = ImageDataGenerator(rescale=1/255., rotation_range=5).flow_from_directory(
    os.path.join(top, 'train'), target_size=(IMG, IMG), batch_size=6, class_mode='binary')

# x-rays have one channel only
model = models.Sequential([
    layers.Conv2D(8, 3, activation='relu', input_shape=(IMG, IMG, 1)),
    layers.MaxPooling2D(),
    layers.Conv2D(16, 3, activation='relu'),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(16, activation='relu'),
    layers.Dense(1, activation='sigmoid'),
])
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
hist = model.fit_generator(train, epochs=2, verbose=1)
print(hist.history['loss'])
