from tensorflow.keras import Input, Model
from tensorflow.keras.layers import Conv2D, MaxPooling2D, UpSampling2D, concatenate


def small_unet(shape, n_classes):
    inputs = Input(shape)
    c1 = Conv2D(8, 3, activation='relu', padding='same')(inputs)
    p1 = MaxPooling2D()(c1)
    c2 = Conv2D(16, 3, activation='relu', padding='same')(p1)
    u1 = UpSampling2D()(c2)
    c3 = Conv2D(8, 3, activation='relu', padding='same')(concatenate([u1, c1]))
    outputs = Conv2D(n_classes, 1, activation='softmax')(c3)
    return Model(inputs, outputs)
