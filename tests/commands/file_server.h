#pragma once
// Another computer, as far as the program can tell: gives files over HTTP, whatever is asked behind
// a "?", and counts who knocks.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>

namespace gapmap {

class FileServer {
 public:
  /// `files`: text by name.
  explicit FileServer(std::map<std::string, std::string> files) : files_{std::move(files)} {
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_, plain, size) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, plain, &size) != 0)
      throw std::runtime_error{"no port to listen on"};
    port_ = ntohs(address.sin_port);
    thread_ = std::thread{[this] { serve(); }};
  }
  ~FileServer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }
  FileServer(FileServer const&) = delete;
  FileServer& operator=(FileServer const&) = delete;

  /// "127.0.0.1:8080"
  [[nodiscard]] std::string host() const { return "127.0.0.1:" + port(); }
  [[nodiscard]] std::string port() const { return std::to_string(port_); }
  [[nodiscard]] int connections() const noexcept { return connections_; }

 private:
  void serve() {
    for (int client = 0; (client = ::accept(listener_, nullptr, nullptr)) >= 0;) {
      ++connections_;
      answer(client);
      ::close(client);
    }
  }
  void answer(int client) const {
    std::string asked;
    char block[4096];
    while (asked.find("\r\n\r\n") == std::string::npos) {
      auto const count = ::recv(client, block, sizeof block, 0);
      if (count <= 0) return;
      asked.append(block, static_cast<std::size_t>(count));
    }
    auto const begin = asked.find('/') + 1;
    auto const file = files_.find(asked.substr(begin, asked.find_first_of(" ?", begin) - begin));
    auto const text = file == files_.end() ? std::string{} : file->second;
    auto reply = std::string{file == files_.end() ? "HTTP/1.1 404 Not Found" : "HTTP/1.1 200 OK"} +
                 "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " +
                 std::to_string(text.size()) + "\r\n\r\n";
    if (!asked.starts_with("HEAD")) reply += text;
    (void)::send(client, reply.data(), reply.size(), MSG_NOSIGNAL);
  }

  std::map<std::string, std::string> files_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<int> connections_ = 0;
  std::thread thread_;
};

}  // namespace gapmap
