import os, shutil
import numpy as np
from PIL import Image
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.layers import Input, Conv2D, MaxPooling2D, Flatten, Dense
from tensorflow.keras.models import Model

DATA = 'rps_tmp'
for move in ('rock', 'paper', 'scissors'):
    os.makedirs(os.path.join(DATA, move), exist_ok=True)
    for i in range(8):
        Image.fromarray(np.random.randint(0, 255, (60, 90, 3), dtype=np.uint8)).save(
            os.path.join(DATA, move, '%s_%d.png' % (move, i)))

train_gen = ImageDataGenerator(rescale=1/255., zoom_range=.2).flow_from_directory(
    DATA, target_size=(60, 60), batch_size=6, class_mode='categorical', shuffle=True)

inp = Input((60, 60, 3))
x = Conv2D(8, 3, activation='relu')(inp)
x = MaxPooling2D(3)(x)
x = Conv2D(16, 3, activation='relu')(x)
x = MaxPooling2D(3)(x)
x = Flatten()(x)
x = Dense(1, activation='sigmoid')(x)

model = Model(inp, x)
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(train_gen, steps_per_epoch=4, epochs=1)
shutil.rmtree(DATA)
