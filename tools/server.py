"""What `course.py lab` changes in the Jupyter server: small messages to the browser leave at once."""

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """The connection between kernel and browser, without the network stack's waiting for more to send.

    A slider's answer is six small messages. By itself, the stack holds the second back until the first is confirmed,
    and a busy browser confirms after 40 ms: while a key is held, that halves the number of pictures.
    """

    def connect(self):
        self.websocket_handler.set_nodelay(True)
        return super().connect()
