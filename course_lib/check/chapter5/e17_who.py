"""5.17: a blurred face is recognised by blurring sharp ones."""

import numpy as np
from scipy import ndimage

from ... import data, filters
from ...feature import get_face_rectangle
from ..answers import Wrong
from ..compare import Things, one_number
from ..exercise import exercise


def lineup(seed, rightly, sigma):
    """Return a hidden face, and candidates: the one that is nearest before the blur is not the right one."""
    rng = np.random.default_rng(seed)
    people = [get_face_rectangle(data.load("group"), one) for one in data.faces("group")]
    faces = [face[:108:3, :108:3, 1] / 255 for face in people]
    faces = [faces[k] for k in rng.permutation(len(faces))][:5]
    hidden = filters.gaussian(faces[rightly], sigma) + rng.normal(0, 0.004, faces[0].shape)
    decoy = np.clip(filters.gaussian(faces[rightly], sigma) + 0.05, 0, 1)  # looks blurred, and is another brightness
    faces[(rightly + 2) % 5] = decoy
    faces[(rightly + 3) % 5] = faces[rightly][:, ::-1]  # the same mean and contrast
    faces[(rightly + 1) % 5] = of_other_strength(faces[rightly], sigma)
    return hidden, faces


def of_other_strength(face, sigma):
    """Return a face that another blur than `sigma` makes like the hidden one: blurred already, or sharpened."""
    if sigma > 3:
        return filters.gaussian(face, 0.75 * sigma)
    return np.clip(face + 1.5 * (face - filters.gaussian(face, sigma)), 0, 1)


def lineups():
    for seed, rightly, sigma in ((1, 0, 3.0), (2, 3, 5.0), (3, 4, 2.0), (4, 1, 5.0), (5, 3, 2.0), (6, 2, 1.3)):
        yield *lineup(seed, rightly, sigma), sigma


ex = exercise(
    "5.17",
    "Which of them is it?",
    cases=lineups,
    compare=Things(
        lambda given, expected, blurred, candidates, sigma: (
            f"where sigma is {sigma:g}, it is candidate {expected:g}, counted from 0; you say {given:g}."
        ),
        alone=False,
    ),
    hints=(
        "A sharp face and a blurred one differ everywhere. Make them comparable: what can you do to the candidate?",
        "Blur each candidate with the same sigma, and take the mean of the squared differences.",
        "np.argmin([np.mean((filters.gaussian(face, sigma) - blurred) ** 2) for face in candidates]).",
    ),
    right="nobody had to undo the blur: whoever has photographs to compare with repeats it. So it is with blocks; "
    "only paint leaves nothing to compare.",
)


@ex.read
def number_of_a_candidate(given, *case):
    if np.ndim(given) == 2:
        raise Wrong("this is a picture; asked is the number of the candidate, counted from 0.")
    return one_number(given)


@ex.right
def who(blurred, candidates, sigma):
    return np.argmin([np.mean((filters.gaussian(face, sigma) - blurred) ** 2) for face in candidates])


@ex.right
def by_correlation(blurred, candidates, sigma):
    again = [filters.gaussian(face, sigma) for face in candidates]
    return np.argmax([np.corrcoef(blurred.ravel(), face.ravel())[0, 1] for face in again])


def nearest(distance, choose=np.argmin):
    """Return an answer that chooses the candidate by a distance between hidden face and candidate."""
    return lambda blurred, candidates, sigma: int(choose([distance(blurred, face, sigma) for face in candidates]))


def difference(blurred, face, sigma):
    return np.mean((filters.gaussian(face, sigma) - blurred) ** 2)


ex.right(
    nearest(lambda blurred, face, sigma: np.abs(ndimage.gaussian_filter(face, sigma, mode="nearest") - blurred).sum())
)

ex.slip("this one is the least like it: take the smallest difference.", nearest(difference, np.argmax))
SHARP = "sharp faces were compared with a blurred one: blur the candidates, and them alone."
ex.slip(SHARP, nearest(lambda blurred, face, sigma: np.mean((face - blurred) ** 2)))
ex.slip(SHARP, nearest(lambda blurred, face, sigma: np.mean((face - filters.gaussian(blurred, sigma)) ** 2)))
ex.slip(
    "beside the hidden face the candidates are too sharp: blur them with sigma, and leave the hidden face as it is. "
    "It is blurred already.",
    nearest(lambda blurred, face, sigma: difference(filters.gaussian(blurred, sigma), face, sigma)),
)
ex.slip(
    "counted from 1: the first candidate is number 0.",
    lambda blurred, candidates, sigma: who(blurred, candidates, sigma) + 1,
)
ex.slip(
    "this is the difference; asked is the number of the candidate.",
    lambda blurred, candidates, sigma: min(difference(blurred, face, sigma) for face in candidates),
)
MIRRORED = "a mirrored face is as bright and as contrasty: compare pixel by pixel."
ex.slip(MIRRORED, nearest(lambda blurred, face, sigma: abs(np.mean(filters.gaussian(face, sigma) - blurred))))
ex.slip(MIRRORED, nearest(lambda blurred, face, sigma: abs(filters.gaussian(face, sigma).std() - blurred.std())))
for fixed in (1, 2, 3, 4, 5, 8):
    ex.slip(
        "always the same blur: blur the candidates with the sigma that was given.",
        nearest(lambda blurred, face, sigma, fixed=fixed: difference(blurred, face, fixed)),
    )

ex.wrong("this is a picture", lambda blurred, candidates, sigma: candidates[who(blurred, candidates, sigma)])
ex.wrong("yours is 0 in every call", lambda blurred, candidates, sigma: 0)
ex.wrong("it is candidate", nearest(lambda blurred, face, sigma: np.mean(face - filters.gaussian(blurred, sigma)) ** 2))
ex.wrong("expected one number", lambda blurred, candidates, sigma: [who(blurred, candidates, sigma)])
