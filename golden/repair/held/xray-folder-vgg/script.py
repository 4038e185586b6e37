# Kaggle: Chest X-Ray pneumonia, transfer learning
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.applications import VGG16
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Flatten, Dense, Dropout

train_dir = 'chest_xray/train'
val_dir = 'chest_xray/val'

conv_base = VGG16(weights='imagenet', include_top=False, input_shape=(224, 224, 3))
conv_base.trainable = False

model = Sequential()
model.add(conv_base)
model.add(Flatten())
model.add(Dense(256, activation='relu'))
model.add(Dropout(0.5))
model.add(Dense(1, activation='sigmoid'))

train_datagen = ImageDataGenerator(rescale=1./255, rotation_range=10, zoom_range=0.1)
test_datagen = ImageDataGenerator(rescale=1./255)

train_generator = train_datagen.flow_from_directory(
    train_dir, target_size=(150, 150), batch_size=4, class_mode='binary')
validation_generator = test_datagen.flow_from_directory(
    val_dir, target_size=(150, 150), batch_size=4, class_mode='binary')

model.compile(loss='binary_crossentropy', optimizer='rmsprop', metrics=['acc'])
history = model.fit(train_generator, epochs=2, validation_data=validation_generator)
model.save_weights('xray.weights.h5')
