IMAGE_SIZE = (64, 64)
INPUT_SHAPE = (96, 96, 3)
BATCH_SIZE = 8
EPOCHS = 2
SPECIES = ["oak", "birch", "maple", "pine", "ash"]
