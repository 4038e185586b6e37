from tensorflow.keras.datasets import fashion_mnist
from tensorflow.keras.layers import Conv2D, Dense, Flatten
from tensorflow.keras.models import Sequential
import tensorflow as tf

(clothes, kinds), _ = fashion_mnist.load_data()
clothes, kinds = clothes[:200] / 255.0, kinds[:200]
clothes = tf.image.resize(clothes[..., None], (32, 32)).numpy()

model = Sequential()
model.add(Conv2D(4, 3, strides=2, activation='relu', input_shape=(32, 32, 1)))
model.add(Flatten())
model.add(Dense(10, activation='softmax'))
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
model.fit(clothes, kinds, batch_size=50)
