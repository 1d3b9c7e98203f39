package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

type serveCmd struct {
	Addr string `help:"监听地址。" default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Dev  bool   `help:"开发用：页面模板和样式从源码目录读取。"`
}

// Run serves an installation.
func (cmd *serveCmd) Run(c *console) error {
	a, err := c.open(false)
	if err != nil {
		return err
	}
	defer a.close()
	a.dev = cmd.Dev
	listener, err := net.Listen("tcp", cmd.Addr)
	if err != nil {
		return usage("不能在 %s 上监听：%v。请用 --addr 换一个地址。", cmd.Addr, err)
	}
	c.print("门户 http://%s/  工作台 http://%s/work/", listener.Addr(), listener.Addr())
	return a.serve(c, listener)
}

// serve answers requests and works off jobs until the context ends, then finishes
// what is under way.
func (a *app) serve(c *console, listener net.Listener) error {
	log := slog.New(slog.NewTextHandler(c.err, nil))
	handler, jobs, err := a.handler(log)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 10 * time.Minute, WriteTimeout: 10 * time.Minute,
		IdleTimeout: 2 * time.Minute, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	ctx, stop := context.WithCancel(c.ctx)
	defer stop()
	worked := make(chan struct{})
	go func() {
		defer close(worked)
		jobs(ctx)
	}()
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	select {
	case err = <-served:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
	defer cancel()
	err = server.Shutdown(closing)
	<-worked
	if errors.Is(err, context.DeadlineExceeded) {
		return nil // whoever was still reading has had twenty seconds
	}
	return err
}
