import numpy as np
from PIL import Image, ImageDraw
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, MaxPooling2D, Flatten, Dense

COINS = {'1ct': 8, '10ct': 11, '1eur': 15}


def draw_coin(radius):
    picture = Image.new('RGB', (40, 40), (230, 230, 230))
    x, y = np.random.randint(16, 24, 2)
    ImageDraw.Draw(picture).ellipse((x - radius, y - radius, x + radius, y + radius), fill=(150, 110, 60))
    return picture


images, labels = [], []
for label, (name, radius) in enumerate(COINS.items()):
    for _ in range(30):
        images.append(np.array(draw_coin(radius)) / 255.0)
        labels.append(label)

X = np.array([images])
y = labels

model = Sequential()
model.add(Conv2D(8, (3, 3), activation='relu', input_shape=(40, 40, 3)))
model.add(MaxPooling2D((4, 4)))
model.add(Flatten())
model.add(Dense(3, activation='softmax'))
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(X, y, epochs=5, batch_size=9)
