from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D, Activation, Dropout, Flatten, Dense
from tensorflow.keras.preprocessing.image import ImageDataGenerator

img_width, img_height = 100, 100
batch_size = 10

train_datagen = ImageDataGenerator(rescale=1. / 255, shear_range=0.2, horizontal_flip=True)
valid_datagen = ImageDataGenerator(rescale=1. / 255)

# folders: glass, metal, paper, plastic
train_gen = train_datagen.flow_from_directory('garbage/train', target_size=(img_width, img_height),
                                              batch_size=batch_size, class_mode='binary')
valid_gen = valid_datagen.flow_from_directory('garbage/valid', target_size=(img_width, img_height),
                                              batch_size=batch_size, class_mode='binary')

model = Sequential()
model.add(Conv2D(32, (3, 3), input_shape=(img_width, img_height, 3)))
model.add(Activation('relu'))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Conv2D(32, (3, 3)))
model.add(Activation('relu'))
model.add(MaxPooling2D(pool_size=(4, 4)))
model.add(Flatten())
model.add(Dense(32))
model.add(Activation('relu'))
model.add(Dropout(0.5))
model.add(Dense(4))
model.add(Activation('softmax'))
model.compile(loss='categorical_crossentropy', optimizer='rmsprop', metrics=['accuracy'])

model.fit_generator(train_gen, steps_per_epoch=len(train_gen), epochs=3,
                    validation_data=valid_gen, validation_steps=len(valid_gen))
