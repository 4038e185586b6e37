import torch
import torch.nn.functional as F

features = torch.rand(32, 3)
answers = torch.randint(2, size=(32,))
linear = torch.nn.Linear(3, 1)
optimizer = torch.optim.SGD(linear.parameters(), lr=0.5)
for _ in range(3):
    optimizer.zero_grad()
    scores = linear(features).squeeze()
    F.binary_cross_entropy_with_logits(scores, answers.float()).backward()
    optimizer.step()
