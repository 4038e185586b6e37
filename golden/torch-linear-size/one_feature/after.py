import torch

x = torch.linspace(0, 1, 50)
y = 3 * x + 1
line = torch.nn.Linear(1, 1)
optimizer = torch.optim.SGD(line.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    error = (line(x.unsqueeze(1)).squeeze() - y).abs().mean()
    error.backward()
    optimizer.step()
