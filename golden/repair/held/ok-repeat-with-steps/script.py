import os
import tempfile
import numpy as np
import tensorflow as tf

path = os.path.join(tempfile.mkdtemp(), 'taxi.csv')
r = np.random.RandomState(0)
with open(path, 'w') as f:
    f.write('km,hour,passengers,fare\n')
    for _ in range(200):
        km = r.gamma(2, 2)
        f.write('%.2f,%d,%d,%.2f\n' % (km, r.randint(0, 24), r.randint(1, 5), 3 + 2.1 * km))

ds = tf.data.experimental.make_csv_dataset(path, batch_size=20, label_name='fare', num_epochs=None, shuffle=True)


def pack(columns, fare):
    x = tf.stack([tf.cast(c, tf.float32) for c in columns.values()], axis=-1)
    return x / [10., 24., 5.], fare


model = tf.keras.Sequential([
    tf.keras.layers.Input((3,)),
    tf.keras.layers.Dense(16, activation='relu'),
    tf.keras.layers.Dense(1),
])
model.compile(loss='mae', optimizer=tf.keras.optimizers.Adam(0.01))
model.fit(ds.map(pack), steps_per_epoch=10, epochs=4)
