import os
import tempfile
import numpy as np
from PIL import Image
from tensorflow import keras
from tensorflow.keras.preprocessing import image

IMG_SIZE = 80
folder = tempfile.mkdtemp()

# --- pictures (colour patches are enough to try the code)
for label, colour in (('ripe', (200, 30, 30)), ('unripe', (40, 160, 60))):
    os.makedirs(os.path.join(folder, label))
    for i in range(8):
        noise = np.random.randint(-25, 25, (100, 120, 3))
        pixels = np.clip(np.array(colour) + noise, 0, 255).astype('uint8')
        Image.fromarray(pixels).save(os.path.join(folder, label, '%d.png' % i))

train = keras.utils.image_dataset_from_directory(
    folder, image_size=(IMG_SIZE, IMG_SIZE), batch_size=4, label_mode='binary', seed=1)

model = keras.Sequential([
    keras.layers.Input(shape=(IMG_SIZE, IMG_SIZE, 3)),
    keras.layers.Rescaling(1. / 255),
    keras.layers.Conv2D(8, 3, activation='relu'),
    keras.layers.MaxPooling2D(4),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation='sigmoid'),
])
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(train, epochs=2)

img = image.load_img(os.path.join(folder, 'ripe', '0.png'), target_size=(IMG_SIZE, IMG_SIZE))
img_array = image.img_to_array(img)
score = model.predict(img_array)
print('this tomato is', 'unripe' if score[0][0] > 0.5 else 'ripe')
