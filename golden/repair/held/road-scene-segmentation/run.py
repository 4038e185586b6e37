import scenes
from unet import small_unet

images, masks = scenes.load(24)
print(images.shape, masks.shape)

unet = small_unet((scenes.H, scenes.W, 3), scenes.N_CLASSES)
unet.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
unet.fit(images, masks, batch_size=4, epochs=2, validation_split=0.25)
