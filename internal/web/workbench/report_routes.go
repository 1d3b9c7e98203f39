package workbench

// reportRoutes lists the pages of annual reports and of their supervision.
func (b *Workbench) reportRoutes() []route {
	return nil
}
