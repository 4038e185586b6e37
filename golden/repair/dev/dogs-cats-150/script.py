from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, MaxPooling2D, Activation, Dropout, Flatten, Dense
import numpy as np
import os, tempfile
from PIL import Image

base = os.path.join(tempfile.mkdtemp(), 'PetImages')
for kind in ['Cat', 'Dog']:
    os.makedirs(os.path.join(base, kind))
    for i in range(10):
        a = (np.random.rand(180, 200, 3) * 255).astype(np.uint8)
        Image.fromarray(a).save(os.path.join(base, kind, '%d.jpg' % i))

datagen = ImageDataGenerator(rescale=1./255, shear_range=0.2, zoom_range=0.2,
                             horizontal_flip=True, validation_split=0.2)
train_generator = datagen.flow_from_directory(base, target_size=(150, 150), batch_size=4,
                                              class_mode='binary', subset='training')
validation_generator = datagen.flow_from_directory(base, target_size=(150, 150), batch_size=4,
                                                   class_mode='binary', subset='validation')

model = Sequential()
model.add(Conv2D(8, (3, 3), input_shape=(224,224,3)))
model.add(Activation('relu'))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Conv2D(8, (3, 3)))
model.add(Activation('relu'))
model.add(MaxPooling2D(pool_size=(4, 4)))
model.add(Flatten())
model.add(Dense(32))
model.add(Activation('relu'))
model.add(Dropout(0.5))
model.add(Dense(1))
model.add(Activation('sigmoid'))

model.compile(loss='binary_crossentropy', optimizer='rmsprop', metrics=['accuracy'])
model.fit(train_generator, epochs=2, validation_data=validation_generator)
