import torch
from torch import nn

# Linear works on the last axis, whatever comes before it.
model = nn.Sequential(nn.Linear(6, 4), nn.ReLU(), nn.Linear(4, 2))
words = nn.Embedding(50, 6)
tokens = torch.randint(0, 50, (8, 12))
optimizer = torch.optim.Adam([*model.parameters(), *words.parameters()])
for _ in range(3):
    optimizer.zero_grad()
    scores = model(words(tokens))
    loss = nn.functional.cross_entropy(scores.view(-1, 2), torch.randint(0, 2, (8 * 12,)))
    loss.backward()
    optimizer.step()
