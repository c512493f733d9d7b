"""The camera in explorers: a recorded video stands for it. Run with -s to see frames a second."""

import contextlib
import io
import os
import re

import nbformat
import numpy as np
import pytest
from PIL import Image

from course_lib import data
from course_lib.explore import camera_button

from . import lab as browser_lab

IMPORTS = "from course_lib import data, explore, util, color"
HIDE = """def paint_over(image):
    for box in detector.detect_multi_scale(image, 1.2, 1, (40, 40), (150, 150)):
        image[box["r"] : box["r"] + box["height"], box["c"] : box["c"] + box["width"]] = 0
    return image


explore.camera(paint_over)"""
OWN = "from course_lib.feature import Cascade\n\ndetector = Cascade(data.lbp_frontal_face_cascade_filename())"
CELLS = (IMPORTS, OWN, "explore.threshold()", "explore.edges()", "explore.faces()", HIDE)
THRESHOLD = "explore.threshold()"
# What the page has asked for: streams whose lamp is on
WATCHED = """() => {
    const devices = navigator.mediaDevices, ask = devices && devices.getUserMedia.bind(devices);
    window.courseStreams = [];
    if (ask) devices.getUserMedia = async wanted => {
        const stream = await ask(wanted);
        window.courseStreams.push(stream);
        return stream;
    };
}"""
LAMPS = """() => window.courseStreams.flatMap(stream => stream.getTracks())
    .filter(track => track.readyState === 'live').length"""
BARE = """<div id="here"></div><script type="module">
import widget from './camera.js';
const model = { get: () => 320, on() {}, off() {}, send() {} };
widget.render({ model, el: document.getElementById('here') });
</script>"""


@pytest.fixture(scope="module")
def video(tmp_path_factory):
    """A recorded video: the friends, who move a little and get darker."""
    friends = np.asarray(Image.fromarray(data.load("friends")).resize((853, 480)).crop((0, 0, 640, 480)))
    path = tmp_path_factory.mktemp("video") / "friends.mjpeg"
    with path.open("wb") as file:
        for n in range(60):
            moved = np.roll(friends, round(12 * np.sin(n / 60 * 2 * np.pi)), axis=1) * (1 - 0.3 * abs(n - 30) / 30)
            Image.fromarray(moved.astype(np.uint8)).save(file, "jpeg", quality=90)
    return path


@pytest.fixture(scope="module")
def browser(video):
    fake = "--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={video}"
    with contextlib.ExitStack() as stack:
        try:
            yield stack.enter_context(browser_lab.chromium(*fake))
        except browser_lab.Missing as reason:
            (pytest.fail if os.environ.get("COURSE_BROWSER") == "required" else pytest.skip)(str(reason))


@pytest.fixture(scope="module")
def server(course):
    cells = [nbformat.v4.new_code_cell(text) for text in CELLS]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    nbformat.write(
        nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), course / "notebooks/camera.ipynb"
    )
    with browser_lab.jupyterlab(course) as found:
        yield found


def open_page(browser, server):
    """Return a page with the notebook in front, whose browser has a camera and allows it."""
    lab = browser_lab.Lab(browser, *server)
    lab.context.grant_permissions(["camera"], origin=lab.url.rstrip("/"))
    lab.page.evaluate(WATCHED)
    lab.open("notebooks/camera.ipynb")
    return lab


@pytest.fixture(scope="module")
def lab(browser, server):
    lab = open_page(browser, server)
    lab.run_all()
    yield lab
    lab.close()


@pytest.fixture(autouse=True)
def switched_off(request):
    """No test leaves a lamp on."""
    yield
    if "lab" in request.fixturenames:
        lab = request.getfixturevalue("lab")
        stop = lab.page.get_by_role("button", name="Stop the camera")
        for _ in range(stop.count()):
            stop.first.click()
        wait_for_lamps(lab, 0)


def wait_for_lamps(lab, count):
    lab.page.wait_for_function(f"() => ({LAMPS})() === {count}", timeout=20_000)


def wait_for(locator, text):
    locator.filter(has_text=text).first.wait_for(timeout=20_000)


def status(cell):
    return cell.locator(".course-camera [role=status]")


def begin(lab, start=THRESHOLD):
    """Press Camera in an explorer, and wait until its frames are shown.

    The code alone does not tell: it may still be that of a camera of the test before.
    """
    cell = lab.cell(start)
    cell.get_by_role("button", name="Camera", exact=True).click()
    wait_for(status(cell), "The camera is on.")
    wait_for(cell.locator(".course-code"), "image = explore.frame()")
    return cell


@pytest.mark.parametrize("start", [*CELLS[2:5], "def paint_over"])
def test_frames_are_shown_one_after_the_other(lab, start):
    cell = begin(lab, start)
    wait_for_lamps(lab, 1)
    wait_for(cell.locator(".course-camera-speed"), re.compile(r"\d frames a second"))
    lab.page.wait_for_timeout(1000)
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"\n{start}: {cell.locator('.course-camera-speed').inner_text()} {load}")
    picture = cell.locator(".course-pane img").first
    levels = set()
    for _ in range(20):
        level, shape = browser_lab.brightness(picture)
        levels.add(round(level))
        lab.page.wait_for_timeout(100)
    assert shape == [240, 320]
    assert len(levels) > 3  # the video gets darker and brighter
    assert lab.ask_kernel("explore.frame().shape") == "(240, 320, 3)"
    assert "Not shown" not in cell.inner_text()


def test_sliders_work_meanwhile_and_stop_brings_the_first_picture_back(lab):
    cell = lab.cell(THRESHOLD)
    before = cell.locator(".course-code code").inner_text()
    begin(lab)
    knob = cell.get_by_role("slider").first
    knob.focus()
    for _ in range(5):
        lab.page.keyboard.press("ArrowRight")
    wait_for(cell.locator(".course-code"), "> 133")
    cell.get_by_role("button", name="Stop the camera").click()
    wait_for_lamps(lab, 0)
    wait_for(cell.locator(".course-code code").filter(has_not_text="frame"), "mask")
    assert "explore.frame" not in cell.locator(".course-code code").inner_text()
    assert before.split(">")[0] in cell.locator(".course-code code").inner_text()
    assert lab.ask_kernel("explore.live._newest") == "[]"


def test_one_picture_is_kept_when_it_is_asked_for(lab, course):
    pictures = course / "work" / "pictures"
    cell = begin(lab)
    lab.save()
    assert not pictures.exists()
    assert "explore.frame" not in (course / "notebooks/camera.ipynb").read_text(encoding="utf-8")
    cell.get_by_role("button", name="Take this picture").click()
    wait_for(cell.locator(".course-code"), "image = data.read('../work/pictures/camera.png')")
    wait_for_lamps(lab, 0)
    assert [path.name for path in pictures.iterdir()] == ["camera.png"]
    assert Image.open(io.BytesIO((pictures / "camera.png").read_bytes())).size == (640, 480)
    cell.get_by_role("button", name="Back to the first picture").click()
    wait_for(cell.locator(".course-code code").filter(has_not_text="camera.png"), "mask")


def test_the_camera_goes_to_the_explorer_that_asks_last(lab):
    first = begin(lab)
    second = begin(lab, "explore.edges()")
    wait_for(status(first), camera_button.ELSEWHERE)
    wait_for_lamps(lab, 1)
    wait_for(status(second), "The camera is on.")


def test_two_pages_share_no_camera(lab, browser, server):
    lab.save()
    first = begin(lab)
    other = open_page(browser, server)
    try:
        begin(other)
        wait_for(status(first), camera_button.ELSEWHERE)
        wait_for_lamps(lab, 0)
        wait_for_lamps(other, 1)
    finally:
        other.close()


def test_another_picture_switches_it_off(lab, tmp_path):
    Image.fromarray(np.full((30, 40), 200, np.uint8)).save(tmp_path / "small.png")
    cell = begin(lab)
    cell.locator("input[type=file]").set_input_files(tmp_path / "small.png")
    wait_for(cell.locator(".course-code"), "small.png")
    wait_for(status(cell), camera_button.OTHER_PICTURE)
    wait_for_lamps(lab, 0)


def test_it_is_off_when_the_page_is_hidden(lab):
    cell = begin(lab)
    hide = "state => { Object.defineProperty(document, 'visibilityState', {get: () => state, configurable: true}); "
    lab.page.evaluate(hide + "document.dispatchEvent(new Event('visibilitychange')); }", "hidden")
    wait_for(status(cell), "when the page was hidden")
    wait_for_lamps(lab, 0)
    lab.page.evaluate("() => { delete document.visibilityState; }")


def test_it_is_off_when_another_tab_of_jupyterlab_is_in_front(lab):
    begin(lab)
    lab.open("notebooks/00_start.ipynb")
    wait_for_lamps(lab, 0)
    lab.open("notebooks/camera.ipynb")
    wait_for(status(lab.cell(THRESHOLD)), "out of sight")


def test_it_is_off_when_the_cell_runs_again(lab):
    begin(lab)
    lab.run(THRESHOLD)
    wait_for_lamps(lab, 0)
    begin(lab)


def test_a_function_that_fails_is_told_and_the_next_frame_comes(lab):
    lab.write("def paint_over", "def moody(image):\n    return image[:, frames.pop() :]\n\n\nexplore.camera(moody)")
    lab.start_in_kernel("frames = [5, 300, 400, 0, 0, 0]")
    lab.run("def moody")
    cell = begin(lab, "def moody")
    wait_for(cell.locator(".course-refusal"), "moody ended in IndexError: pop from empty list")
    lab.start_in_kernel("frames = [5] * 10_000")
    browser_lab.wait_for_text(cell.locator(".course-refusal"), r"^\s*$")


@pytest.mark.parametrize("how", ["restart", "shutdown"])
def test_it_is_off_when_the_kernel_is_gone(lab, how):
    lab.run(IMPORTS)
    lab.run(THRESHOLD)
    begin(lab)
    kernel = "window.jupyterapp.shell.currentWidget.sessionContext"
    lab.do(f"async () => {{ await {kernel}.{'session.kernel.restart' if how == 'restart' else 'shutdown'}(); }}")
    wait_for_lamps(lab, 0)
    if how == "restart":
        lab.run(IMPORTS)


@pytest.fixture
def bare(browser):
    """Return a function that opens the button alone, at an address that may have a camera or not."""
    with contextlib.ExitStack() as stack:

        def open_at(address, browser=browser, permissions=()):
            context = browser.new_context()
            stack.callback(context.close)
            context.grant_permissions(list(permissions), origin=address)
            page = context.new_page()
            script = (camera_button.HERE / "camera.js").read_text(encoding="utf-8")
            page.route("**/*", lambda route: route.fulfill(content_type="text/html", body=BARE))
            page.route("**/camera.js", lambda route: route.fulfill(content_type="text/javascript", body=script))
            page.goto(address)
            page.get_by_role("button", name="Camera", exact=True).click()
            return page.get_by_role("status")

        yield open_at


def test_an_insecure_address_has_no_camera(bare):
    wait_for(bare("http://pictures.test/"), "Browsers give the camera only to https addresses and to localhost")


def test_a_refusal_is_told(bare):
    wait_for(bare("http://localhost/"), "The camera was refused.")


def test_no_camera_is_told(bare, browser):
    none = browser_lab.launched(browser.browser_type)
    try:
        wait_for(bare("http://localhost/", none, ["camera"]), "No camera was found.")
    finally:
        none.close()
