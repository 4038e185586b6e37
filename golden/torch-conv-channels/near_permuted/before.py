import numpy as np
import torch
from torch import nn

images = torch.from_numpy(np.random.rand(6, 8, 8, 3)).float().permute(0, 3, 1, 2)
swapped = torch.from_numpy(np.random.rand(6, 8, 8, 3)).float().transpose(1, 3)
model = nn.Sequential(nn.Conv2d(3, 2, 3), nn.Flatten(), nn.Linear(72, 1))
optimizer = torch.optim.Adam(model.parameters())
for batch in (images, swapped, images):
    optimizer.zero_grad()
    model(batch).mean().backward()
    optimizer.step()
