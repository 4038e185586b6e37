import tensorflow as tf
from tensorflow.keras import Model
from tensorflow.keras.layers import Conv2D, BatchNormalization, ReLU, MaxPool2D, Dense, Dropout


class ConvBlock(tf.keras.layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.conv = Conv2D(filters, 3, padding='same', use_bias=False)
        self.bn = BatchNormalization()
        self.act = ReLU()
        self.pool = MaxPool2D()

    def call(self, x, training=False):
        return self.pool(self.act(self.bn(self.conv(x), training=training)))


class RetinaNet(Model):
    """Grades 0 to 4 of diabetic retinopathy."""

    def __init__(self, grades=5):
        super().__init__()
        self.blocks = [ConvBlock(f) for f in (8, 16, 32)]
        self.drop = Dropout(0.3)
        self.fc1 = Dense(32, activation='relu')
        self.fc2 = Dense(grades, activation='softmax')

    def call(self, x, training=False):
        for block in self.blocks:
            x = block(x, training=training)
        x = self.drop(x, training=training)
        x = self.fc1(x)
        return self.fc2(x)


images = tf.random.normal((40, 56, 56, 3), seed=1)
grades = tf.random.uniform((40,), maxval=5, dtype=tf.int32, seed=2)

model = RetinaNet()
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(images, grades, batch_size=8, epochs=2)
