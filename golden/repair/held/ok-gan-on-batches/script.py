import numpy as np
from keras.models import Sequential, Model
from keras.layers import Dense, Input, LeakyReLU, BatchNormalization

NOISE, BATCH = 8, 16


def curve(n):
    t = np.random.uniform(-1, 1, (n, 1))
    return np.hstack([t, t ** 2 - 0.5]).astype('float32')


g = Sequential([Input((NOISE,)), Dense(16), LeakyReLU(), BatchNormalization(), Dense(2)], name='generator')
d = Sequential([Input((2,)), Dense(16), LeakyReLU(), Dense(1, activation='sigmoid')], name='critic')
d.compile(loss='binary_crossentropy', optimizer='adam')

d.trainable = False
z = Input((NOISE,))
gan = Model(z, d(g(z)))
gan.compile(loss='binary_crossentropy', optimizer='adam')

for step in range(12):
    noise = np.random.normal(size=(BATCH, NOISE)).astype('float32')
    fake = g.predict(noise, verbose=0)
    real_loss = d.train_on_batch(curve(BATCH), np.ones((BATCH, 1)))
    fake_loss = d.train_on_batch(fake, np.zeros((BATCH, 1)))
    g_loss = gan.train_on_batch(noise, np.ones((BATCH, 1)))
print('done', float(np.mean(g_loss)))
