import numpy as np
from tensorflow.keras.preprocessing import image
from tensorflow.keras import layers, models
from PIL import Image

CLASSES = ['cardboard', 'glass', 'metal', 'plastic']
X = np.random.rand(32, 72, 96, 3)
y = np.eye(4)[np.random.randint(0, 4, 32)]

model = models.Sequential()
model.add(layers.Conv2D(8, (3, 3), activation='relu', input_shape=(72, 96, 3)))
model.add(layers.MaxPooling2D((4, 4)))
model.add(layers.Flatten())
model.add(layers.Dense(4, activation='softmax'))
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(X, y, epochs=1)

# try it on a new photo
Image.fromarray(np.random.randint(0, 255, (300, 400, 3), dtype=np.uint8)).save('bin_photo.jpg')
img = image.load_img('bin_photo.jpg', target_size=(72, 96))
img = image.img_to_array(img) / 255.0
pred = model.predict(img)
print('this is', CLASSES[np.argmax(pred)], 'with', pred.max())
