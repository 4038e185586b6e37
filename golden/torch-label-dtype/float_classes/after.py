import numpy as np
import torch
import torch.nn as nn

x = torch.randn(60, 4)
y = torch.tensor(np.random.randint(0, 3, 60), dtype=torch.float32)


class Iris(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(4, 8)
        self.b = nn.Linear(8, 3)

    def forward(self, x):
        return self.b(torch.relu(self.a(x)))


model = Iris()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters())
for epoch in range(3):
    logits = model(x)
    loss = criterion(logits, y.long())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
