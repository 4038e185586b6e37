import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import BatchNormalization, Conv2D, Dense, Flatten, Input, Permute

# EEG topographies as the lab's torch loader gives them: bands first
topo = np.random.randn(45, 5, 16, 16).astype('float32')
stage = np.eye(5)[np.random.randint(0, 5, 45)]

model = Sequential([
    Input((5, 16, 16)),
    Permute((2, 3, 1)),
    BatchNormalization(),
    Conv2D(10, 3, activation='elu'),
    Conv2D(10, 3, strides=2, activation='elu'),
    Flatten(),
    Dense(5, activation='softmax'),
])
model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(topo, stage, batch_size=9, epochs=2)
