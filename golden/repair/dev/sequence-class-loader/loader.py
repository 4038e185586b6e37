import math
import numpy as np
import keras


class FrameSequence(keras.utils.Sequence):
    def __init__(self, frames, gestures, batch_size, shuffle=True, **kwargs):
        super().__init__(**kwargs)
        self.frames, self.gestures = frames, gestures
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.order = np.arange(len(frames))
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.frames) / self.batch_size)

    def __getitem__(self, index):
        pick = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        x = self.frames[pick].astype("float32") / 127.5 - 1.0
        return x, self.gestures[pick]

    def on_epoch_end(self):
        if self.shuffle:
            np.random.shuffle(self.order)
