"""The step-throughs and explorers of chapter 3 end where the library ends."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from course_lib import data, explore, metrics, restoration, steps
from course_lib.explore.restoring import HOLES, hole_mask
from course_lib.util import img_as_float, random_noise


def last(step_through):
    return step_through.spec.controls["step"][1]


def test_the_biharmonic_step_through_ends_with_the_librarys_picture():
    through = steps.biharmonic(step=last(steps.biharmonic))
    image = img_as_float(through.image)
    mask = np.zeros(image.shape, bool)
    mask[4:8, 4:8] = True
    assert_allclose(through.panes["picture"], restoration.inpaint_biharmonic(np.where(mask, 1, image), mask))


def test_the_first_equation_has_the_weights_of_the_laplacian_applied_twice():
    weights = steps.biharmonic(step=1).panes["the equation's weights"].values
    np.testing.assert_array_equal(
        weights, [[0, 0, 1, 0, 0], [0, 2, -8, 2, 0], [1, -8, 20, -8, 1], [0, 2, -8, 2, 0], [0, 0, 1, 0, 0]]
    )


@pytest.mark.parametrize("weight", [0.05, 0.15, 0.5])
def test_the_energy_of_total_variation_falls_at_every_step(weight):
    energy = steps.total_variation(step=last(steps.total_variation), weight=weight).panes["energy"].curves[0].y
    assert len(energy) == last(steps.total_variation) + 1
    assert (np.diff(energy) < 0).all()


def test_the_total_variation_step_through_ends_with_the_librarys_picture():
    count = last(steps.total_variation)
    through = steps.total_variation(step=count, weight=0.15)
    noisy = random_noise(through.image, var=0.01, rng=0)
    expected = restoration.denoise_tv_chambolle(noisy, weight=0.15, eps=0, max_num_iter=count + 1)
    assert_allclose(through.panes["picture"], expected, atol=1e-9)


def test_the_bilateral_weights_give_the_librarys_pixel():
    through = steps.bilateral(step=20, sigma_color=0.2, sigma_spatial=2.0)
    values, weights = (through.panes[name].values for name in ("the window's values", "their weights"))
    noisy = random_noise(through.image, var=0.0025, rng=0)
    expected = restoration.denoise_bilateral(noisy, win_size=7, sigma_color=0.2, sigma_spatial=2)
    assert_allclose((values * weights).sum() / weights.sum(), expected[32, 27], atol=1e-5)


@pytest.mark.parametrize("wavelet", ["haar", "db2", "sym4"])
@pytest.mark.parametrize("mode", ["soft", "hard"])
def test_the_wavelet_step_through_ends_with_the_librarys_picture(wavelet, mode):
    through = steps.wavelet(step=last(steps.wavelet), wavelet=wavelet, mode=mode)
    noisy = random_noise(through.image, var=0.01, rng=0)
    expected = restoration.denoise_wavelet(noisy, wavelet=wavelet, mode=mode, wavelet_levels=3)
    assert_allclose(through.panes["picture"], np.clip(expected, 0, 1), atol=1e-9)


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5, 6])
def test_what_the_wavelet_step_through_puts_together_is_shown_from_black_to_white(step):
    shown = steps.wavelet(step=step).panes["put together now"]
    assert 0 <= shown.min() < 0.05  # below 0, mid-grey would stand for 0
    assert 0.95 < shown.max() <= 1


@pytest.mark.parametrize("kind", ["gaussian", "salt", "pepper", "s&p"])
def test_the_histogram_of_the_noise_has_every_change_where_it_lies(kind):
    explorer = explore.noise_kinds(kind=kind)
    clean = img_as_float(explorer.image)
    change = explorer.panes["with noise"] - clean
    (curve,) = explorer.panes["the noise, where it is not 0"].curves
    assert curve.y.sum() == np.count_nonzero(change)
    assert_allclose((curve.x * curve.y).sum() / curve.y.sum(), change[change != 0].mean(), atol=0.01)


def test_non_local_means_shows_the_pixel_itself_first():
    through = steps.nl_means(step=0)
    noisy = random_noise(through.image, var=0.01, rng=0)
    assert_allclose(through.panes["the patches, best first"][:5, :5], noisy[29:34, 29:34])
    assert through.panes["weight of each neighbour"][10, 10] == 1


@pytest.mark.parametrize("hole", HOLES)
def test_every_hole_leaves_a_pixel_known_and_grows_with_its_size(hole):
    for place in (0.0, 0.5, 1.0):
        assert not hole_mask((40, 60), hole, place, place, 0.4).all()
    small, large = (hole_mask((200, 256), hole, 0.5, 0.5, size).sum() for size in (0.05, 0.4))
    assert large == small if hole == "text" else large > small


def test_the_figures_on_the_screen_are_the_measures_of_what_is_shown():
    shown = explore.nl_means(noise=0.1).panes
    clean = img_as_float(data.load("grapefruit")[100:300, 130:386])
    psnr = metrics.peak_signal_noise_ratio(clean, shown["denoised"], data_range=1)
    ssim = metrics.structural_similarity(clean, shown["denoised"], data_range=1, channel_axis=-1)
    assert f"PSNR {psnr:.2f} dB, SSIM {ssim:.3f}" in shown["text"]


@pytest.mark.parametrize("name", ["total_variation", "bilateral", "wavelets", "nl_means", "denoisers"])
def test_without_added_noise_there_is_no_truth_to_measure_by(name):
    none, some = ({"strength": value} if name == "denoisers" else {"noise": value} for value in (0.0, 0.1))
    opened = getattr(explore, name)
    text = opened(**none).panes["text"]
    assert "no truth" in text
    assert "dB" not in text
    assert "SSIM" not in text
    assert "dB" in opened(**some).panes["text"]


def test_poisson_noise_has_no_strength_and_a_truth():
    text = explore.denoisers(kind="poisson", strength=0.0).panes["text"]
    assert "no truth" not in text
    assert "dB" in text


def test_the_denoisers_stand_beside_the_clean_picture_with_their_measures_in_a_table():
    explorer = explore.denoisers()
    shown = explorer.panes
    names = [name for name, pane in shown.items() if not isinstance(pane, str)]
    assert names == ["picture", "noisy", "total variation", "bilateral", "wavelet", "non-local means"]
    clean = img_as_float(explorer.image)
    np.testing.assert_array_equal(shown["picture"], clean)
    psnr = metrics.peak_signal_noise_ratio(clean, shown["noisy"], data_range=1)
    assert f"<td>noisy</td><td>{psnr:.2f} dB</td>" in shown["text"]


@pytest.mark.parametrize("wavelet", ["haar", "db2", "db4", "sym4"])
def test_all_wavelets_are_compared_with_the_same_number_of_levels(wavelet):
    explorer = explore.wavelets(wavelet=wavelet)
    clean = img_as_float(explorer.image)
    noisy = random_noise(clean, var=0.01, rng=0)
    expected = restoration.denoise_wavelet(noisy, wavelet=wavelet, wavelet_levels=3, channel_axis=-1)
    assert_allclose(explorer.panes["denoised"], np.clip(expected, 0, 1), atol=1e-9)
    assert "wavelet_levels=3" in explorer.code()
    assert explore.wavelets(explorer.image[:40, :60], wavelet=wavelet).code().count("wavelet_levels=2") == 1
